import type { Grammar } from "../grammar.js";

/** What ordinary people reply: short pieces with many choices, so that long runs of words seldom repeat by chance. */
export const ordinaryGrammar: Grammar = {
  reply: listed(`
    {short}| {short}| {remark}| {remark}| {remark} {tail}| {question}| {doubt}| {doubt} {tail}| {open}, {remark}`),
  short: listed(`
    {praise}| {praise}!| {open}| really?| source please| interesting| not sure about this| {praise} {who}|
    no thanks| hm| {subject} again?`),
  praise: listed(`
    well said| good point| thank you| nice {thing}| great {thing}| lovely {thing}| agreed| many thanks| hear hear|
    so true`),
  open: listed(`
    honestly| to be fair| as far as I can see| with respect| sorry| well| ambassador| excellency| good morning|
    hello from {where}| speaking as {who2}| perhaps| frankly`),
  who: listed(`
    from {where}| sir| everyone| ambassador| friends`),
  who2: listed(`
    a teacher| a nurse| an engineer| a student| a shopkeeper| a reader| a father of two| a retired clerk| a farmer|
    an old sailor`),
  where: listed(`
    Leeds| Cardiff| Bristol| Glasgow| Hull| Norwich| Belfast| Lagos| Karachi| Toronto| Perth| Dublin| Leicester|
    Kent| Mumbai| Nairobi| Singapore`),
  thing: listed(`
    photo| message| speech| article| talk| map| video| idea| thread| picture| summary`),
  remark: listed(`
    {subject} {verb} {object}| I {feel} {subject} {verb} {object}| {subject} {verb} {object} {when}|
    my {kin} {says} {subject} {verb} {object}`),
  doubt: listed(`
    I don't {believe} {subject} {verb} {object}| why should {subject} matter when {subject} {verb} {object}?|
    {subject} never {verb} {object}| {number} months ago {subject} looked different|
    the figures on {subject} don't add up`),
  question: listed(`
    how will {subject} change {object}?| what about {subject}?| when will {object} improve?|
    does anyone know whether {subject} {verb} {object}?| can you say more about {subject} and {object}?`),
  feel: listed(`
    think| guess| hope| fear| suspect| find that| keep hearing| read that| doubt that| notice how`),
  believe: listed(`
    believe| see how| know why| think| accept that| expect| understand why`),
  kin: listed(`
    sister| neighbour| cousin| boss| uncle| doctor| flatmate| teacher| landlord| barber`),
  says: listed(`
    says| swears| told me| wonders whether| insists| jokes that`),
  subject: listed(`
    this plan| trade| the new rule| the port| tourism| that report| the budget| solar power| the railway| football|
    tea| the exhibition| public health| the exchange year| fishing| the climate talks| the factory| shipping|
    the museum| steel| the vaccine work| online learning| the airport| the festival| rice| the harbour bridge|
    wind power| your speech| the last meeting| local radio`),
  verb: listed(`
    helps| changes| slows| costs| needs| improves| follows| replaces| ignores| serves| worries| shapes| supports|
    surprises| beats| delays| divides| outlasts| explains| feeds`),
  object: listed(`
    my town| small shops| our schools| the north| young families| local jobs| the coast| every commuter|
    the prices here| farmers| the old market| most voters| nurses| our bus line| the village| house prices|
    the whole region| people I know| both economies| my pension| the waiting lists| exporters| half the country|
    the high street| travellers`),
  when: listed(`
    these days| this year| in the long run| after the winter| since last spring| for now| at last| once more|
    in my lifetime| by next summer| every single time`),
  tail: listed(`
    and that is fine| but let's see| so please answer| which is a pity| and I can prove it| but who listens|
    whatever the papers say| if you ask {who2}| and not only in {where}| though {subject} may differ|
    as {where} shows| so {object} must wait`),
  number: listed(`
    two| three| six| nine| ten| eighteen`),
};

/** The texts between the bars. */
function listed(texts: string): string[] {
  return texts.split("|").map((text) => text.trim());
}
