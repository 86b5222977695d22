import { expand, type Grammar, oneOf } from "../grammar.js";
import { diplomatPhrases } from "../post-phrases.js";
import type { RandomStream } from "../random.js";
import type { Member } from "./member.js";
import { ordinaryGrammar } from "./ordinary-words.js";
import { schoolPhrases, setPhrases } from "./phrases.js";

/** What members put around a set phrase, and say when they use none. */
const supportive: Grammar = {
  before: [
    "",
    "",
    "",
    "well said, ",
    "I agree, ",
    "very true, ",
    "thank you, ",
    "exactly, ",
    "good morning, ",
    "as {where} knows, ",
    "from {where}: ",
  ],
  after: ["", "", "", ", well done", ", thanks", " and {where} agrees", ", keep going", ", {when}", "!"],
  where: ["London", "Leeds", "Kent", "Surrey", "York", "Oxford", "Bath", "Essex", "Derby", "Luton"],
  when: ["today and always", "this year too", "now more than before", "whatever happens"],
};

/** How critics frame a phrase they quote. */
const critical: Grammar = {
  before: ['you write "', 'so "', 'again "', 'last week it was "', 'what does "', 'people keep reading "'],
  after: ['", but {why}', '", and yet {why}', '"? {why}', '" means little while {why}'],
  why: [
    "{subject} still {state}",
    "nobody explains {subject}",
    "I see no {evidence} for {subject}",
    "the {evidence} on {subject} is thin",
    "{subject} tells another story",
  ],
  subject: [
    "the fishing dispute",
    "the trade report",
    "the permit office",
    "press access",
    "the visa queue",
    "the tariff list",
    "the water treaty",
    "the air data",
    "the audit",
    "the loan terms",
  ],
  state: ["waits", "stalls", "goes unanswered", "drags on", "looks unclear", "stays closed"],
  evidence: ["evidence", "record", "figure", "document", "date", "source"],
};

export function ordinaryReply(random: RandomStream): string {
  return expand(ordinaryGrammar, "reply", random);
}

/** A member's reply: often one of its favourite set phrases or one of the diplomats', else words like anyone's. */
export function memberReply({ phraseShare, favourites }: Member, random: RandomStream): string {
  if (random.fraction() >= phraseShare) return ordinaryReply(random);
  const phrase =
    random.fraction() < 0.25 ? oneOf(diplomatPhrases, random) : (setPhrases[oneOf(favourites, random)] ?? "");
  return framed(supportive, phrase, random);
}

/** A critic's reply or quote, every other time with a phrase of the diplomats to answer to. */
export function criticReply(random: RandomStream): string {
  if (random.fraction() < 0.5) return ordinaryReply(random);
  return framed(critical, oneOf(diplomatPhrases, random), random);
}

/** A pupil's reply, with a sentence that the whole class was set. */
export function pupilReply(random: RandomStream): string {
  return framed(supportive, oneOf(schoolPhrases, random), random);
}

/** The phrase within its frame, as one sentence. */
function framed(grammar: Grammar, phrase: string, random: RandomStream): string {
  return expand({ ...grammar, framed: [`{before}${phrase}{after}`] }, "framed", random);
}
