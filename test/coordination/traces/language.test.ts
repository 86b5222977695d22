import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { englishWords, type IsWord } from "../../../src/coordination/traces/english-words.js";
import { language } from "../../../src/coordination/traces/language.js";
import { phraseMatches, type Reply } from "../../../src/coordination/traces/phrases.js";
import { bareText, replyWords } from "../../../src/coordination/traces/reply-words.js";
import { verbatim } from "../../../src/coordination/traces/verbatim.js";
import { WordSequences } from "../../../src/coordination/traces/word-sequences.js";

const words = (text: string) => text.split(" ").filter((word) => word !== "");
const reply = (account: number, text: string, seconds = 100): Reply => ({ account, seconds, words: words(text) });
const law = "no one is above the law";

describe("the words of a reply", () => {
  let isWord: IsWord;
  beforeAll(async () => {
    isWord = await englishWords();
  });

  it("are English, in lower case, without links and mentions", () => {
    const text = "@AmbassadorX No one is ABOVE the law!! https://t.co/Ab1 \u4e2d\u56fd xqzzt 2020 www.example.org/a";
    expect(replyWords(text, isWord)).toEqual(words(law));
  });

  it("include what has a capital in the dictionary, as in the papers' own phrase about Hong Kong", () => {
    expect(replyWords("National Security Law for Hong Kong", isWord)).toEqual(
      words("national security law for hong kong"),
    );
  });

  it("keep the apostrophe of a word, straight or curved, and 'is'", () => {
    expect(replyWords("It is what it isn\u2019t, don't", isWord)).toEqual(["it", "is", "what", "it", "isn't", "don't"]);
  });

  it("are none for an empty text, a mention or a link alone", () => {
    for (const text of ["", "  ", "@someone", "@a @b https://t.co/x", "\u2026"]) {
      expect(replyWords(text, isWord)).toEqual([]);
    }
  });
});

describe("numbered sequences of words", () => {
  it("are equal exactly where the words are, and spell them again", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.integer({ min: 1, max: 4 }), (texts, length) => {
        const sequences = new WordSequences(length);
        for (const own of texts) {
          const spelled = [...sequences.numbersOf(own)].map((number) => sequences.spelling(number));
          const wanted = own
            .slice(0, Math.max(0, own.length - length + 1))
            .map((_, at) => own.slice(at, at + length).join(" "));
          expect(spelled).toEqual(wanted);
        }
        const all = Array.from({ length: sequences.size }, (_, number) => sequences.spelling(number));
        expect(new Set(all).size).toBe(sequences.size);
      }),
    );
  });

  it("refuse a length that is none", () => {
    expect(() => new WordSequences(0)).toThrow("length of a phrase");
    expect(() => new WordSequences(2).spelling(0)).toThrow("no sequence has the number 0");
  });
});

describe("shared phrases", () => {
  it("need five accounts, not five replies", () => {
    const four = [0, 1, 2, 3].map((account) => reply(account, law));
    expect(phraseMatches([...four, reply(3, law)], []).users).toEqual([]);
    const five = phraseMatches([...four, reply(4, `well ${law}`)], []);
    expect(five.users).toEqual([{ phrase: law, accounts: 5, users: [0, 1, 2, 3, 4] }]);
    expect([...five.shared]).toEqual([1, 1, 1, 1, 1]);
  });

  it("are not shown for fewer than five accounts, whatever is asked", () => {
    expect(() => phraseMatches([], [], { length: 6, fewestAccounts: 4 })).toThrow("at least 5 accounts: 4");
  });

  it("match nothing in empty texts, which are all equal", () => {
    const empty = [0, 1, 2, 3, 4, 5].map((account) => reply(account, ""));
    expect([...phraseMatches(empty, [{ seconds: 1, words: [] }]).shared]).toEqual(Array(6).fill(0));
  });

  it("know whether the principals said it before or after, not at the same moment", () => {
    const posts = [{ seconds: 100, words: words(`${law} again`) }];
    const matches = phraseMatches([reply(0, law, 101), reply(0, law, 99), reply(0, law, 100)], posts);
    expect([...matches.officialBefore]).toEqual([1, 0, 0]);
    expect([...matches.officialAfter]).toEqual([0, 1, 0]);
  });
});

describe("the language of an account", () => {
  const crowd = [0, 1, 2, 3, 4].map((account) => reply(account, law));
  const other = (at: number) => `a${at} b${at} c${at} d${at} e${at} f${at}`;

  it("shares overlapping replies, all counted; the test takes equal replies once and short ones never", () => {
    const own = [reply(0, law), reply(0, "too short"), reply(0, other(1)), reply(0, other(1))];
    const replies = [...crowd, ...own];
    const [first] = language(replies, phraseMatches(replies, []), 5);
    expect(first).toMatchObject({ replies: 5, overlapShare: 2 / 5, differentReplies: 2, shared: 1 });
  });

  it("expects what all replies of like length give, and is surprised by one who always shares", () => {
    const own = Array.from({ length: 8 }, (_, at) => reply(0, `x${at} ${law}`));
    const strangers = Array.from({ length: 200 }, (_, at) => reply(5 + (at % 20), `${other(at)} z`));
    const replies = [...own, ...[1, 2, 3, 4].map((account) => reply(account, `y ${law}`)), ...strangers];
    const found = language(replies, phraseMatches(replies, []), 25);
    expect(found[0]?.shared).toBe(8);
    expect(found[0]?.expectedShared).toBeCloseTo((8 * 12) / 212, 10);
    expect(found[0]?.sharedPValue).toBeLessThan(1e-8);
    expect(found[10]).toMatchObject({ shared: 0, sharedPValue: 1 });
  });

  it("does not take long replies for shared ones: they are compared with long replies", () => {
    // Every reply of thirteen words ends in the saying, no reply of six does.
    const long = Array.from({ length: 10 }, (_, at) => reply(at % 5, `${other(at)} g ${law}`));
    const short = Array.from({ length: 100 }, (_, at) => reply(5 + (at % 10), other(100 + at)));
    const found = language([...long, ...short], phraseMatches([...long, ...short], []), 15);
    expect(found[0]).toMatchObject({ shared: 2, expectedShared: 2, sharedPValue: 1 });
  });

  it("is not known without replies", () => {
    expect(language([], phraseMatches([], []), 1)[0]).toMatchObject({ overlapShare: null, sharedPValue: null });
  });
});

describe("verbatim quote-and-reply", () => {
  const remark = (quote: boolean, text: string, target = 1, account = 0) => ({ account, target, quote, text });

  it("is the same text to the same post, mentions and links aside", () => {
    const same = [remark(true, "Well  said! https://t.co/x"), remark(false, "@you Well said!")];
    expect(verbatim(same, 1)[0]).toMatchObject({ posts: 1, verbatim: 1 });
    expect(bareText("@you Well  said!")).toBe("Well said!");
  });

  it("is not another text, post or account, nor one that is empty or has no post", () => {
    const cases = [
      [remark(true, "Well said!"), remark(false, "Badly said!")],
      [remark(true, "Well said!"), remark(false, "Well said!", 2)],
      [remark(true, "Well said!"), remark(false, "Well said!", 1, 1)],
      [remark(true, "https://t.co/x"), remark(false, "@you")],
      [remark(true, "Well said!", -1), remark(false, "Well said!", -1)],
    ];
    for (const remarks of cases) expect(verbatim(remarks, 2)[0]?.verbatim).toBe(0);
  });

  it("is less surprising for a text that everybody replies with", () => {
    const own = [remark(true, "Yes"), remark(false, "Yes")];
    const common = Array.from({ length: 99 }, (_, at) => remark(false, at < 49 ? "Yes" : `No ${at}`, 5, 1));
    expect(verbatim([...own, ...common], 2)[0]).toMatchObject({ posts: 1, verbatim: 1, expected: 0.5 });
    const rare = Array.from({ length: 99 }, (_, at) => remark(false, `No ${at}`, 5, 1));
    expect(verbatim([...own, ...rare], 2)[0]?.pValue).toBeLessThan(0.011);
    expect(verbatim([...own, ...rare], 2)[1]).toMatchObject({ posts: 0, expected: null, pValue: null });
  });
});
