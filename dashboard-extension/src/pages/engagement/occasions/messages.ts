import { defineMessages } from "react-intl";

export default defineMessages({
  title: { id: "occasions.title", defaultMessage: "Occasions" },
  settings: { id: "occasions.settings", defaultMessage: "Occasion settings" },
  occasion: { id: "occasions.occasion", defaultMessage: "Occasion" },
  length: { id: "occasions.length", defaultMessage: "How far ahead" },
  daysOf: {
    id: "occasions.days-of",
    defaultMessage: "{count, plural, one {# day} other {# days}}",
  },
  inDays: {
    id: "occasions.in-days",
    defaultMessage: "members in the next {count, plural, one {# day} other {# days}}",
  },
  BIRTHDAY: { id: "occasions.birthday", defaultMessage: "Birthdays" },
  JOINED: { id: "occasions.joined", defaultMessage: "Anniversaries of joining" },
  FIRST_PURCHASE: {
    id: "occasions.first-purchase",
    defaultMessage: "Anniversaries of the first order",
  },
  BIRTHDAY_OF: {
    id: "occasions.birthday-of",
    defaultMessage: "{count, plural, one {# birthday} other {# birthdays}}",
  },
  JOINED_OF: { id: "occasions.joined-of", defaultMessage: "{count} joined" },
  FIRST_PURCHASE_OF: {
    id: "occasions.first-purchase-of",
    defaultMessage: "{count, plural, one {# first order} other {# first orders}}",
  },
  calendarOf: { id: "occasions.calendar-of", defaultMessage: "Calendar of {month}" },
  who: { id: "occasions.who", defaultMessage: "Whose days come" },
  whoOf: { id: "occasions.who-of", defaultMessage: "Whose days come: {occasion}" },
  member: { id: "occasions.member", defaultMessage: "Member" },
  day: { id: "occasions.day", defaultMessage: "Day" },
  age: { id: "occasions.age", defaultMessage: "Age" },
  years: { id: "occasions.years", defaultMessage: "Years" },
  language: { id: "occasions.language", defaultMessage: "Language" },
  nobody: {
    id: "occasions.nobody",
    defaultMessage: "Nobody’s day comes in the next {count, plural, one {# day} other {# days}}.",
  },
  offNow: {
    id: "occasions.off-now",
    defaultMessage: "Occasions are switched off: nobody is given anything on these days now.",
  },
  enabled: { id: "occasions.enabled", defaultMessage: "Members are given something on their days" },
  enabledHint: {
    id: "occasions.enabled-hint",
    defaultMessage: "Occasions that are not set up below are not kept.",
  },
  switchOn: {
    id: "occasions.switch-on",
    defaultMessage:
      "From now on members are given what is set here on their days, within the first hour of the day. Whose day was in the last days may have theirs late, as far as set.",
  },
  switchOff: {
    id: "occasions.switch-off",
    defaultMessage:
      "From now on nobody is given anything on their days. What was given stays; days that pass meanwhile are not made up for beyond what is set as late.",
  },
});
