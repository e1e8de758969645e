import "server-only";

/**
 * Words that mean much the same where people ask about this product: a search finds a passage that uses one when the
 * question uses another. One group a line; list every form that people write.
 */
export const synonyms: readonly (readonly string[])[] = `
  down, outage, outages, unavailable, fail, fails, failed, failing, failure, broken, unreachable, not responding, unresponsive
  crash, crashed, crashes, killed, kill, dies, died
  error, errors, fault, problem, issue, fails, failed
  add, adding, connect, hook, plug, install, integrate, set up, setup, register
  configure, configuring, configuration, config, settings, set up, setup, options
  change, changing, edit, editing, modify, customize, customise, adjust, update, replace, switch, set
  cost, costs, money, price, prices, pricing, spend, spent, spending, bill, billing, pay, pays, charge, charged, expensive, usd, dollars
  budget, budgets, spending, money
  limit, limits, quota, quotas, limited, maximum, max, cap, capped, restrict, allowance
  throttle, throttling, throttled, rate limit, too many
  free, gratis, licence, license, mit
  prompt, prompts, instructions, instruction
  model, models, llm, llms, ai
  provider, providers, vendor, vendors
  openai, gpt, chatgpt
  anthropic, claude
  key, keys, api key, credentials, secret
  order, sequence, priority, preferred, first choice
  backup, fallback, fall back
  slow, slowly, forever, hang, hangs, stuck, timeout, timeouts, time out, latency, too long
  fast, quick, speed, performance, latency
  retry, retries, retried
  database, databases, db, postgres, postgresql
  location, located, lies, kept, stored
  store, stored, stores, save, saved, record, recorded, records, log, logged, logs, keep, kept
  retention, keep, kept, long
  conversation, conversations, chat, chats, dialog
  message, messages, question, questions
  request, requests, call, calls
  answer, answers, reply, replies, response, responses, output
  document, documents, docs, doc, file, files, md, markdown, documentation, knowledge
  teach, feed, knowledge, documents
  index, indexed, reindex, indexing, reindexing, ingest
  search, searching, retrieval, retrieve, rag, lookup
  chunk, chunks, chunked, passage, passages, split
  cite, cites, cited, citation, citations, source, sources, reference, references
  hallucinate, hallucination, hallucinations, invent, wrong, incorrect
  guard, guards, guardrail, guardrails, filter, filters, moderation
  blocked, block, refused, refuse, rejected, denied
  jailbreak, jailbreaks, prompt injection, injection, attack, attacks
  xss, html, script, markup
  sanitize, sanitized, sanitise, sanitised, escape, escaped, harmless, trusted
  remove, removing, delete, deleting, deleted, erase, wipe, gdpr, forget
  turn off, disable, switch off, deactivate
  start, starting, launch, begin, boot, run
  start over, start fresh, from scratch, wipe, empty database
  stop, stopped, cancel, cancelled, canceled, abort, ctrl, interrupt
  deploy, deployment, deploying, hosting, production, live, going live, go live
  several, multiple, instances, servers, replicas, scale, scaling, cluster
  health, healthy, monitoring, monitor, alive, readiness, liveness, probe
  proxy, nginx, caddy, load balancer
  dump, restore, backup
  daily, day, days
  monthly, month, months
  wait, try again
  colleague, colleagues, employee, employees, team
  upgrade, upgrading, update, updating, new version
  environment, env, environment variable, variable, variables, vars, var
  login, log in, sign in, signin, signed
  account, accounts, sign up, signup
  password, passwords, passphrase, credentials, login
  forgot, forgotten, reset, lost
  admin, admins, administrator, root
  page, area, panel, dashboard, site, screen
  private, privacy, confidential, data protection, gdpr
  sent, send, sends, transmit, shared, leave, leaves
  telemetry, analytics, tracking
  train, trained, training, learn, learns, learning
  offline, without internet, no internet, air gapped
  local, own machine, self hosted
  structure, structured, organised, organized, organisation, architecture, folder, folders
  stack, technology, technologies, framework, built
  test, tests, testing
  simulate, simulator, simulated, fake, mock, pretend, try out, try
  name, rename, renamed, brand, branding, logo
  colour, colours, color, colors, theme
  text, texts, sentence, sentences, wording, label, labels
  translate, translation, language, languages, german, french, spanish, localise, localize
  upload, uploads, import, pdf, word documents
  image, images, picture, pictures
  container, docker, kubernetes, podman
  address, ip, url, endpoint, endpoints, route, routes
  http, api, rest, curl, program
  reload, reloaded, refresh, refreshed
  twice, double, duplicate, duplicates, again
  accurate, accuracy, exact, exactly, precise, reliable, trust
  contribute, contributing, contribution, pull request
  convention, conventions, rules, style guide
  safe, secure, security, protected
  outdated, out of date, stale, changed
  remember, remembers, memory, history, earlier
  choose, pick, select, selects
  find, finds, found, finding
  choose, chose, chosen, choice
  break, breaks, broke, broken
  lose, loses, lost, losing
  write, writes, wrote, written
  tone, style, voice, personality, behaviour
  physically, located, location, country, region
  proof, evidence, history, record
  scrub, sanitised, strip, stripped, clean
  commercially, commercial, sell, business
  title, name, headline
  phone, mobile, device, devices, tablet
  pause, delay, delayed, held back
  cut, split, split up, pieces
  restart, reboot, restarting
  unlimited, no limit, without limits
  sso, single sign, oauth, saml, ldap
  longer, length, too long
  customer, customers, client, person
  user, users, person, people, someone, somebody, anyone, member, members
  see, sees, view, read, reads, look at, inspect, display
  allow, allowed, permit, permitted, may
  prevent, prevents, avoid, protect, protects, stops, stop
  get, obtain, receive, fetch
  give, grant, assign
  make, create, generate, build, produce
  send, submit, post
  need, require, required, necessary, mandatory, must
  try, test, check, verify, trial
  tell, told, inform, informed, notify, notified, notification, notice, notices, sees
  cut off, break off, breaks off, interrupted, incomplete, half, halfway, partial, aborted
  middle, halfway, midway
  increase, raise, bigger, higher, extend, more
  decrease, reduce, lower, less, fewer
  swap, replace, substitute, substituted
  move, migrate, transfer
  ask, asks, asked, question, query
  custom, own
  finish, finished, end, ends, complete, completed
  power, blackout, power cut, crash, killed
  abuse, misuse, spam, attack, bill
  encrypted, encryption, hashed, hash, hashes
  registration, sign up, account, sign in
  https, tls, ssl, certificate
  another, additional, second, extra, other
  parallel, simultaneous, simultaneously, concurrent, at once
  starts afresh, reset, resets, renewed, midnight
  team, organisation, organization, company, tenant
  different, differ, differs, difference, discrepancy
  setting, settings, option, variable
  size, length, long, large, big
  picked, used, chosen, default
  happens, occurs
`
  .trim()
  .split("\n")
  .map((group) => group.split(",").map((word) => word.trim()));

/** What a thing is: a passage about all providers may answer a question about one, not the other way round. */
export const broaderWords: Readonly<Record<string, readonly string[]>> = {
  openai: ["provider"],
  gpt: ["provider", "model"],
  chatgpt: ["provider", "model"],
  anthropic: ["provider"],
  claude: ["provider", "model"],
  ollama: ["provider", "local"],
  vllm: ["provider"],
  mistral: ["provider", "model"],
  gemini: ["provider", "model"],
  azure: ["provider"],
  aws: ["server"],
  nginx: ["proxy"],
  kubernetes: ["container"],
  guest: ["person"],
  pdf: ["file"],
  employees: ["person"],
  company: ["tenant", "team"],
};
