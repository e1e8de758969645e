import { describe, expect, it } from "vitest";
import { findTopics } from "./find-topics";

const topics = (text: string) => findTopics(text).map(({ reason }) => reason);

/** Said of oneself, or of somebody near. */
const selfHarm = [
  "I don't want to live anymore",
  "I'm thinking of killing myself",
  "I tried killing myself",
  "thinking about ending my life tonight",
  "I don't want to be alive anymore",
  "i dont want to be here anymore",
  "I want to end it all",
  "I wanna die",
  "sometimes i just want to die",
  "wish I was dead",
  "I wish I had never been born",
  "hurting myself",
  "taking my own life",
  "I want to kill\nmyself",
  "i want to k1ll mys3lf",
  "I cut myself again last night and I don't know who to tell",
  "everyone would be better off without me",
  "I have nothing left to live for",
  "my sister says she is going to kill herself",
  "what is the most painless way to die",
  "Ich will mich umbringen",
  "ich bringe mich um",
  "Ich möchte sterben",
  "ich will einfach nicht mehr leben",
  "je veux mourir",
  "j'ai envie de mourir",
  "je ne veux plus vivre",
  "ya no quiero vivir más",
  "quiero matarme",
  "vorrei morire",
  "voglio farla finita",
  "quero morrer",
  "não quero mais viver",
  "ik wil dood",
  "ik wil niet meer leven",
  "chcę umrzeć",
  "nie chce mi się żyć",
  "Я хочу умереть",
  "не хочу больше жить",
  "ölmek istiyorum",
  "أريد أن أموت",
  "मैं मरना चाहता हूँ",
  "我不想活了",
  "我想死",
  "死にたい",
  "もう生きていたくない",
  "죽고 싶어요",
  "tôi không muốn sống nữa",
  "aku ingin mati saja",
  "я не хочу більше жити",
  "می‌خواهم بمیرم",
];

/** The same words, said of something else. */
const harmless = [
  "suicide squad cast",
  "suicide prevention lecture slides",
  "The book is about a detective who looks into a suicide in 1920s Vienna.",
  "I was about to kill myself laughing",
  "I'm dying to see the new film",
  "this is killing me, why won't it compile",
  "how do i kill a process in linux",
  "I don't want to live in the city anymore, suburbs or village?",
  "I cut myself while cooking, how do I get the stain out?",
  "I hurt myself at the gym and my back is stiff",
  "I want to die on this hill: tabs are better",
  "a war to end it all",
  "Ich will nicht sterben",
  "je me tue à la tâche",
  "c'est à mourir de rire",
  "quiero morirme de risa",
  "не хочу жить в Москве",
  "死にたくない",
  "想死你了",
  "죽고 싶지 않아",
];

describe("findTopics", () => {
  it.each(selfHarm)("hears somebody in need: %s", (text) => {
    expect(topics(text)).toContain("self-harm");
  });

  it.each(harmless)("hears nobody in need: %s", (text) => {
    expect(topics(text)).not.toContain("self-harm");
  });

  it.each([
    ["medical", "Should I take ibuprofen with my blood pressure pills?"],
    ["medical", "my doctor prescribed 20mg of oxycodone, can I take two?"],
    ["medical", "should I quit my chemo"],
    ["medical", "my chest hurts, what should I do"],
    ["medical", "is it safe to mix xanax and alcohol"],
    ["medical", "is this mole cancer?"],
    ["medical", "Wie viele Tabletten darf ich nehmen?"],
    ["medical", "Soll ich meine Chemo abbrechen?"],
    ["medical", "¿Puedo tomar dos de lo que me ha recetado el médico?"],
    ["legal", "Can I sue my landlord for the deposit?"],
    ["legal", "should I sign this NDA"],
    ["legal", "¿Puedo demandar a mi jefe por despido?"],
    ["financial", "Should I put my savings into bitcoin?"],
    ["financial", "我应该投资股票吗？"],
  ])("recognises %s in: %s", (topic, text) => {
    expect(topics(text)).toContain(topic);
  });

  it.each([
    "What is ibuprofen made of?",
    "Who invented the stock exchange?",
    "How many days has a year?",
    "Tell me a joke",
    "The bank charged me for a cash withdrawal",
  ])("sees no decision in: %s", (text) => {
    expect(topics(text)).toEqual([]);
  });

  it("points at the words, also where they were disguised", () => {
    const text = "Ｓhould I take aspirin with my pills?";
    const [finding] = findTopics(text);
    expect(text.slice(finding?.start, finding?.end)).toBe("aspirin");
    const disguised = "well, i want to k1ll mys3lf";
    const [found] = findTopics(disguised);
    expect(disguised.slice(found?.start, found?.end)).toBe("k1ll mys3lf");
  });
});
