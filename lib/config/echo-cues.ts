import "server-only";

/**
 * Of the words that instructions have in quotes ("if the user says …"), those that tell an answer which talks about its
 * instructions from one that does not. A fork whose instructions quote everyday words adds them here.
 */
export const echoCues = {
  /** Every conversation has these, also with "the" before them. Small letters, no punctuation. */
  common: [
    ...["access", "access granted", "access denied", "access code", "granted", "denied", "yes", "no", "none"],
    ...[
      "code",
      "input",
      "user input",
      "output",
      "user",
      "prompt",
      "system",
      "text",
      "message",
      "word",
      "words",
    ],
    ...["help", "hello", "thank", "thanks", "please", "stop", "start", "ok", "okay", "repeat", "ignore"],
    ...["password", "passphrase", "secret", "instruction", "instructions", "rule", "rules", "command", "key"],
  ] as readonly string[],
  /** More than these are a list of words to look out for, not of words to keep. */
  most: 3,
};
