import { expand, type Grammar } from "./grammar.js";
import type { RandomStream } from "./random.js";

/** What the twin's diplomats write about, in a fixed order. */
export const topicNames = ["trade", "climate", "culture", "learning", "health", "visits"] as const;
export type Topic = (typeof topicNames)[number];

/** Each topic with what it names, what comes of it and where. */
const topics: Record<Topic, Grammar> = {
  trade: {
    thing: [
      "the trade talks",
      "our trade fair",
      "the new freight line",
      "small exporters",
      "the investment forum",
      "local markets",
    ],
    gain: [
      "more choice for buyers",
      "steady work for both sides",
      "shorter routes to market",
      "orders for small firms",
    ],
    place: ["at the port", "in the chamber of commerce", "at the autumn fair", "with business leaders"],
  },
  climate: {
    thing: [
      "the climate summit",
      "our tree planting day",
      "clean energy",
      "the river project",
      "solar power",
      "wind farms",
    ],
    gain: ["cleaner air in our cities", "greener towns", "lower emissions", "a healthier coast"],
    place: ["on the river bank", "at the research park", "in the city gardens", "with young scientists"],
  },
  culture: {
    thing: [
      "the film week",
      "the spring concert",
      "our lantern evening",
      "the museum loan",
      "a shared exhibition",
      "the book fair",
    ],
    gain: [
      "new friends for both countries",
      "a better view of each other",
      "full houses every night",
      "old stories told again",
    ],
    place: ["in the concert hall", "at the national museum", "in the town square", "with artists and readers"],
  },
  learning: {
    thing: [
      "the exchange term",
      "our language course",
      "the summer school",
      "young researchers",
      "the scholarship round",
      "the joint laboratory",
    ],
    gain: ["skills that last a lifetime", "doors opened for students", "joint papers and new ideas", "a wider horizon"],
    place: ["on campus", "at the graduation", "in the reading room", "with teachers and students"],
  },
  health: {
    thing: [
      "the medical team",
      "the vaccine delivery",
      "our hospital partnership",
      "the nurses' seminar",
      "protective equipment",
      "the clinic bus",
    ],
    gain: ["safer wards", "quicker help for patients", "shared knowledge among doctors", "relief for families"],
    place: ["at the airport", "in the regional hospital", "over a video link", "with doctors and nurses"],
  },
  visits: {
    thing: [
      "the courtesy call",
      "our open day",
      "the working lunch",
      "the friendship city visit",
      "the farewell reception",
      "the mayors' round table",
    ],
    gain: [
      "closer ties between our towns",
      "plans for the coming year",
      "a frank exchange of views",
      "a warm welcome for guests",
    ],
    place: ["at the embassy", "in the old town", "at the city hall", "with friends from many walks of life"],
  },
};

const sentences: Grammar = {
  sentence: [
    "{opening} {thing} {place}.",
    "{thing} {brings} {gain}.",
    "{opening} {thing}: {gain}.",
    "{wish} {thing} will bring {gain}.",
  ],
  opening: [
    "good to follow",
    "a day for",
    "glad to report on",
    "thank you for",
    "some pictures of",
    "an update on",
    "we look back on",
    "looking forward to",
  ],
  brings: ["can bring", "brought", "has already meant", "is a step towards", "means"],
  wish: ["we hope that", "many here believe", "it is good to see that", "there is every reason to think"],
};

/**
 * A neutral sentence on the topic, invented and never taken from anyone.
 *
 * @example
 * sentence(randomStream(2021, "sentence"), "trade"); // "Glad to report on small exporters at the port."
 */
export function sentence(random: RandomStream, topic: Topic): string {
  return expand({ ...sentences, ...topics[topic] }, "sentence", random);
}
