import { type Activation, activationColumns } from "./activation.js";
import { type ActiveHours, activeHoursColumns } from "./active-hours.js";
import { type CoActivity, coActivityColumns } from "./co-activity.js";
import { type Concentration, concentrationColumns } from "./concentration.js";
import { type Coverage, coverageColumns } from "./coverage.js";
import { type CreationBurst, creationBurstColumns } from "./creation-burst.js";
import { type Activity, activityColumns } from "./focus-views.js";
import { type Language, languageColumns } from "./language.js";
import { type PaperFlags, paperFlagsColumns } from "./paper-flags.js";
import { type Switching, switchingColumns } from "./switching.js";
import { type Verbatim, verbatimColumns } from "./verbatim.js";

/** The traces by name, in the order in which they are printed. */
export interface Traces {
  activity: Activity;
  creation: CreationBurst;
  activation: Activation;
  coActivity: CoActivity;
  switching: Switching;
  concentration: Concentration;
  coverage: Coverage;
  language: Language;
  verbatim: Verbatim;
  hours: ActiveHours;
  papers: PaperFlags;
}

export type TraceName = keyof Traces;

/** What each measure of each trace means. */
export const traceMeanings: { [Name in TraceName]: Record<keyof Traces[Name], string> } = {
  activity: activityColumns,
  creation: creationBurstColumns,
  activation: activationColumns,
  coActivity: coActivityColumns,
  switching: switchingColumns,
  concentration: concentrationColumns,
  coverage: coverageColumns,
  language: languageColumns,
  verbatim: verbatimColumns,
  hours: activeHoursColumns,
  papers: paperFlagsColumns,
};
