/** One row an account and round. Where a round shows two things for one account, a label goes before none. */
export const labelRows = `
  create table label_rows as
    select platform, account_id, round, label, verified, file_number, line
    from labels_by_id semi join wanted using (platform, account_id)
    qualify row_number() over (partition by platform, account_id, round
      order by label nulls last, verified desc nulls last, file_number, line) = 1`;

/** One row an account and day. An answer that somebody is gone goes before one that somebody is there. */
export const statusRows = `
  create table status_rows as
    select platform, account_id, observed_on, status, file_number, line
    from statuses_by_id semi join wanted using (platform, account_id)
    qualify row_number() over (partition by platform, account_id, observed_on
      order by case status when 'suspended' then 0 when 'deleted' then 1 else 2 end, file_number, line) = 1`;

export const labelTable = "select account_id, round, label, verified from label_rows";

export const statusTable = "select account_id, observed_on, status from status_rows";

/** Own posts by week, where full histories are there. */
export function activityTable(weekStart: "sunday" | "monday"): string {
  const shift = weekStart === "sunday" ? 1 : 0;
  return `
    select account_id, (date_trunc('week', created_at + interval ${shift} day) - interval ${shift} day)::date as week,
           count(distinct post_id) as posts
    from histories_by_id semi join wanted using (platform, account_id) group by all`;
}
