/**
 * Phrases that several members of the network use, each of seven words or more so that six in a row can match.
 * All sentences of the twin are invented and neutral in content.
 */
export const setPhrases: readonly string[] = [
  "working together is the only way to get through hard times",
  "the two countries have much more in common than people think",
  "trade between the two sides brings good jobs to both of them",
  "a strong partnership rests on respect and on keeping promises",
  "students on both sides gain from meeting and learning together",
  "it is time to build bridges and not to put up walls",
  "every country has the right to choose its own road",
  "nobody wins when partners turn their backs on each other",
  "open markets are good for families and for small firms",
  "clean energy is a field where everybody can lead together",
  "facts matter more than loud voices on the evening news",
  "the spirit of friendship will carry us through the winter",
  "dialogue is always better than a long and bitter quarrel",
  "please look at the facts before you make up your mind",
  "culture and music bring people closer than any treaty can",
  "shared problems need shared answers from all of the world",
  "the next ten years will be a time of great chances",
  "good neighbours listen first and speak with care afterwards",
  "this is a clear message and it deserves a fair hearing",
  "more visitors on both sides will lead to better understanding",
  "a steady hand is worth more than a thousand headlines",
  "science knows no borders and doctors should work side by side",
  "we all want a safe and green place for our children",
  "progress comes step by step when everyone pulls the same way",
  "the door stays open for all who come in good faith",
  "hard work over many years has changed the lives of millions",
  "mutual trust grows slowly and should never be taken for granted",
  "the best answer to doubt is to come and see for yourself",
  "let us keep calm and carry on talking to each other",
  "both sides should put the interest of ordinary people first",
  "there is no reason to fear what we do not know well",
  "small steps today make a great difference for the next generation",
  "honest words between friends make the friendship stronger every year",
  "many thanks for explaining the matter so clearly and so patiently",
];

/** What pupils of the language school were set to write. */
export const schoolPhrases: readonly string[] = [
  "my name is on the list and I am learning english",
  "in my opinion the picture shows a very interesting place",
  "thank you for your post because it helps us to learn",
  "I would like to visit this city with my family one day",
  "could you please tell us more about the history of this festival",
  "our class has read your text and we have one question",
];
