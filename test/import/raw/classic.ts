/** Tweets of API v1.1 as the stream sent them, with the fields that a loader reads; give what the test is about. */
export function classicUser(id: string, given: Record<string, unknown> = {}) {
  const screen_name = id === "100" ? "Embassy_X" : id === "101" ? "outlet_y" : `user_${id}`;
  return {
    ...{ id: Number(id), id_str: id, name: "A name", screen_name, location: null, url: null, description: "About" },
    ...{ protected: false, verified: false, followers_count: 10, friends_count: 1, favourites_count: 2 },
    ...{ statuses_count: 3, created_at: "Mon Aug 10 09:00:00 +0000 2015", geo_enabled: false, lang: null, ...given },
  };
}

export function classicTweet(id: string, user: string, at: string, given: Record<string, unknown> = {}) {
  const date = new Date(at);
  const [weekday, day, month, year] = date.toUTCString().replace(",", "").split(" ");
  return {
    created_at: `${weekday} ${month} ${day} ${at.slice(11, 19)} +0000 ${year}`,
    ...{ id: Number(id), id_str: id, text: "Hello", source: "<a>web</a>", truncated: false },
    ...{ in_reply_to_status_id: null, in_reply_to_user_id: null, in_reply_to_screen_name: null },
    ...{ user: classicUser(user), is_quote_status: false, quote_count: 0, reply_count: 0, retweet_count: 0 },
    ...{ favorite_count: 0, entities: { hashtags: [], urls: [], user_mentions: [] }, lang: "en" },
    ...{ timestamp_ms: String(date.getTime()), ...given },
  };
}

export function inReplyTo(id: string, user: string) {
  return {
    ...{ in_reply_to_status_id: Number(id), in_reply_to_status_id_str: id },
    ...{ in_reply_to_user_id: Number(user), in_reply_to_user_id_str: user, in_reply_to_screen_name: "x" },
  };
}

export function quoting(quoted: { id_str: string; id: number }) {
  return {
    is_quote_status: true,
    quoted_status: quoted,
    quoted_status_id: quoted.id,
    quoted_status_id_str: quoted.id_str,
  };
}
