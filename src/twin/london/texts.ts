import { expand, type Grammar, oneOf } from "../grammar.js";
import { diplomatPhrases } from "../post-phrases.js";
import type { RandomStream } from "../random.js";
import type { Member } from "./member.js";
import { schoolPhrases, setPhrases } from "./phrases.js";

/** What ordinary people reply: short pieces with many choices, so that long runs of words seldom repeat by chance. */
const ordinary: Grammar = {
  reply: [
    "{short}",
    "{short}",
    "{remark}",
    "{remark}",
    "{remark} {tail}",
    "{question}",
    "{doubt}",
    "{doubt} {tail}",
    "{open}, {remark}",
  ],
  short: [
    "{praise}",
    "{praise}!",
    "{open}",
    "really?",
    "source please",
    "interesting",
    "not sure about this",
    "{praise} {who}",
    "no thanks",
    "hm",
    "{subject} again?",
  ],
  praise: [
    "well said",
    "good point",
    "thank you",
    "nice {thing}",
    "great {thing}",
    "lovely {thing}",
    "agreed",
    "many thanks",
    "hear hear",
    "so true",
  ],
  open: [
    "honestly",
    "to be fair",
    "as far as I can see",
    "with respect",
    "sorry",
    "well",
    "ambassador",
    "excellency",
    "good morning",
    "hello from {where}",
    "speaking as {who2}",
    "perhaps",
    "frankly",
  ],
  who: ["from {where}", "sir", "everyone", "ambassador", "friends"],
  who2: [
    "a teacher",
    "a nurse",
    "an engineer",
    "a student",
    "a shopkeeper",
    "a reader",
    "a father of two",
    "a retired clerk",
    "a farmer",
    "an old sailor",
  ],
  where: [
    "Leeds",
    "Cardiff",
    "Bristol",
    "Glasgow",
    "Hull",
    "Norwich",
    "Belfast",
    "Lagos",
    "Karachi",
    "Toronto",
    "Perth",
    "Dublin",
    "Leicester",
    "Kent",
    "Mumbai",
    "Nairobi",
    "Singapore",
  ],
  thing: ["photo", "message", "speech", "article", "talk", "map", "video", "idea", "thread", "picture", "summary"],
  remark: [
    "{subject} {verb} {object}",
    "I {feel} {subject} {verb} {object}",
    "{subject} {verb} {object} {when}",
    "my {kin} {says} {subject} {verb} {object}",
  ],
  doubt: [
    "I don't {believe} {subject} {verb} {object}",
    "why should {subject} matter when {subject} {verb} {object}?",
    "{subject} never {verb} {object}",
    "{number} months ago {subject} looked different",
    "the figures on {subject} don't add up",
  ],
  question: [
    "how will {subject} change {object}?",
    "what about {subject}?",
    "when will {object} improve?",
    "does anyone know whether {subject} {verb} {object}?",
    "can you say more about {subject} and {object}?",
  ],
  feel: [
    "think",
    "guess",
    "hope",
    "fear",
    "suspect",
    "find that",
    "keep hearing",
    "read that",
    "doubt that",
    "notice how",
  ],
  believe: ["believe", "see how", "know why", "think", "accept that", "expect", "understand why"],
  kin: ["sister", "neighbour", "cousin", "boss", "uncle", "doctor", "flatmate", "teacher", "landlord", "barber"],
  says: ["says", "swears", "told me", "wonders whether", "insists", "jokes that"],
  subject: [
    "this plan",
    "trade",
    "the new rule",
    "the port",
    "tourism",
    "that report",
    "the budget",
    "solar power",
    "the railway",
    "football",
    "tea",
    "the exhibition",
    "public health",
    "the exchange year",
    "fishing",
    "the climate talks",
    "the factory",
    "shipping",
    "the museum",
    "steel",
    "the vaccine work",
    "online learning",
    "the airport",
    "the festival",
    "rice",
    "the harbour bridge",
    "wind power",
    "your speech",
    "the last meeting",
    "local radio",
  ],
  verb: [
    "helps",
    "changes",
    "slows",
    "costs",
    "needs",
    "improves",
    "follows",
    "replaces",
    "ignores",
    "serves",
    "worries",
    "shapes",
    "supports",
    "surprises",
    "beats",
    "delays",
    "divides",
    "outlasts",
    "explains",
    "feeds",
  ],
  object: [
    "my town",
    "small shops",
    "our schools",
    "the north",
    "young families",
    "local jobs",
    "the coast",
    "every commuter",
    "the prices here",
    "farmers",
    "the old market",
    "most voters",
    "nurses",
    "our bus line",
    "the village",
    "house prices",
    "the whole region",
    "people I know",
    "both economies",
    "my pension",
    "the waiting lists",
    "exporters",
    "half the country",
    "the high street",
    "travellers",
  ],
  when: [
    "these days",
    "this year",
    "in the long run",
    "after the winter",
    "since last spring",
    "for now",
    "at last",
    "once more",
    "in my lifetime",
    "by next summer",
    "every single time",
  ],
  tail: [
    "and that is fine",
    "but let's see",
    "so please answer",
    "which is a pity",
    "and I can prove it",
    "but who listens",
    "whatever the papers say",
    "if you ask {who2}",
    "and not only in {where}",
    "though {subject} may differ",
    "as {where} shows",
    "so {object} must wait",
  ],
  number: ["two", "three", "six", "nine", "ten", "eighteen"],
};

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
  return expand(ordinary, "reply", random);
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
