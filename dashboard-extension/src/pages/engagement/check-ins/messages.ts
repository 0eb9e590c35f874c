import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "check-ins.title", defaultMessage: "Check-ins" },
  enabled: { id: "check-ins.enabled", defaultMessage: "Members can check in once a day" },
  enabledHint: {
    id: "check-ins.enabled-hint",
    defaultMessage: "What they have for it stands in the ladder below.",
  },
  switchOn: {
    id: "check-ins.switch-on",
    defaultMessage:
      "From now on members can check in once a day and are given what the ladder says. Everyone begins with day 1, or goes on where their row stands.",
  },
  switchOff: {
    id: "check-ins.switch-off",
    defaultMessage:
      "From now on nobody can check in or make a missed day good. What was given stays with the members; days that pass meanwhile are missed.",
  },
  ladder: { id: "check-ins.ladder", defaultMessage: "Ladder" },
  ladderIntro: {
    id: "check-ins.ladder-intro",
    defaultMessage:
      "What each day in a row gives. A day with nothing in it only counts. Who misses a day begins again with day 1.",
  },
  addDay: { id: "check-ins.add-day", defaultMessage: "Add day" },
  day: { id: "check-ins.day", defaultMessage: "Day" },
  dayNumber: { id: "check-ins.day-number", defaultMessage: "Day {number}" },
  points: { id: "check-ins.points", defaultMessage: "Points" },
  growth: { id: "check-ins.growth", defaultMessage: "Growth" },
  more: { id: "check-ins.more", defaultMessage: "Also" },
  actions: { id: "check-ins.actions", defaultMessage: "Actions" },
  nothing: { id: "check-ins.nothing", defaultMessage: "only counts" },
  pointsOf: { id: "check-ins.points-of", defaultMessage: "Points of {day}" },
  growthOf: { id: "check-ins.growth-of", defaultMessage: "Growth of {day}" },
  rewardOf: { id: "check-ins.reward-of", defaultMessage: "reward “{slug}”" },
  boostOf: {
    id: "check-ins.boost-of",
    defaultMessage: "{percent}% of points for {days, plural, one {# day} other {# days}}",
  },
  editDay: { id: "check-ins.edit-day", defaultMessage: "Edit all of {day}" },
  copyDay: { id: "check-ins.copy-day", defaultMessage: "Copy {day}" },
  removeDay: { id: "check-ins.remove-day", defaultMessage: "Remove {day}" },
  dayGives: { id: "check-ins.day-gives", defaultMessage: "Day {number} gives" },
  apply: { id: "check-ins.apply", defaultMessage: "Apply" },
  streak: { id: "check-ins.streak", defaultMessage: "Days in a row" },
  streakIntro: {
    id: "check-ins.streak-intro",
    defaultMessage:
      "What comes behind the last day of the ladder, and whether a missed day can be made good for points.",
  },
  outlook: { id: "check-ins.outlook", defaultMessage: "Four weeks without a gap" },
  outlookIntro: {
    id: "check-ins.outlook-intro",
    defaultMessage:
      "Who checks in on {days} days in a row has {points, plural, one {# point} other {# points}}.",
  },
  outlookNote: {
    id: "check-ins.outlook-note",
    defaultMessage: "* and something else. Limits of the programme may give less.",
  },
  other: { id: "check-ins.other", defaultMessage: "Gift" },
});
