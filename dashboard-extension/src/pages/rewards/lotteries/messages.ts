import { defineMessages } from "react-intl";

export default defineMessages({
  all: { id: "lotteries.all", defaultMessage: "All lotteries" },
  none: { id: "lotteries.none", defaultMessage: "No lotteries found" },
  create: { id: "lotteries.create", defaultMessage: "Create lottery" },
  created: { id: "lotteries.created", defaultMessage: "Lottery created as a draft" },
  saved: { id: "lotteries.saved", defaultMessage: "Lottery saved" },
  name: { id: "lotteries.name", defaultMessage: "Name" },
  ticket: { id: "lotteries.ticket", defaultMessage: "Ticket" },
  tickets: { id: "lotteries.tickets", defaultMessage: "Tickets had" },
  opens: { id: "lotteries.opens", defaultMessage: "Tickets from" },
  closes: { id: "lotteries.closes", defaultMessage: "Tickets until" },
  due: { id: "lotteries.due", defaultMessage: "To hand over" },
  draft: { id: "lotteries.draft", defaultMessage: "Draft" },
  open: { id: "lotteries.open", defaultMessage: "Open" },
  closed: { id: "lotteries.closed", defaultMessage: "Closed" },
  drawn: { id: "lotteries.drawn", defaultMessage: "Drawn" },
  cancelled: { id: "lotteries.cancelled", defaultMessage: "Called off" },
  ticketsPart: { id: "lotteries.tickets-part", defaultMessage: "Tickets" },
  prizes: { id: "lotteries.prizes", defaultMessage: "Prizes" },
  prizesIntro: {
    id: "lotteries.prizes-intro",
    defaultMessage: "Drawn in this order. A ticket wins once at most.",
  },
  gate: { id: "lotteries.gate", defaultMessage: "Who may take part" },
  gateIntro: {
    id: "lotteries.gate-intro",
    defaultMessage: "Members of any of these. Nothing named: everybody.",
  },
  scheduleIntro: {
    id: "lotteries.schedule-intro",
    defaultMessage: "Tickets are had between these moments, once the lottery is open.",
  },
  fixed: {
    id: "lotteries.fixed",
    defaultMessage:
      "What a lottery says is promised once it is open, and cannot be changed any more.",
  },
  toOpen: { id: "lotteries.to-open", defaultMessage: "Open lottery" },
  toClose: { id: "lotteries.to-close", defaultMessage: "Close lottery" },
  toDraw: { id: "lotteries.to-draw", defaultMessage: "Draw winners" },
  toCancel: { id: "lotteries.to-cancel", defaultMessage: "Call off" },
  saveFirst: {
    id: "lotteries.save-first",
    defaultMessage: "Save what you changed before you open it.",
  },
  openTitle: { id: "lotteries.open-title", defaultMessage: "Open “{name}”?" },
  openText: {
    id: "lotteries.open-text",
    defaultMessage:
      "Members can have tickets from {opens} until {closes}. The promise of the draw is published, and from then on nothing of the lottery can be changed.",
  },
  opened: { id: "lotteries.opened", defaultMessage: "The lottery is open" },
  closeTitle: { id: "lotteries.close-title", defaultMessage: "Close “{name}”?" },
  closeText: {
    id: "lotteries.close-text",
    defaultMessage:
      "Nobody can have tickets any more. The list of {count, plural, one {# ticket} other {# tickets}} is frozen and its fingerprint published. It cannot be opened again.",
  },
  closedNow: { id: "lotteries.closed-now", defaultMessage: "The lottery is closed" },
  drawTitle: { id: "lotteries.draw-title", defaultMessage: "Draw the winners of “{name}”?" },
  drawText: {
    id: "lotteries.draw-text",
    defaultMessage:
      "The winners among {count, plural, one {# ticket} other {# tickets}} and the number that chose them are published. Points and coupons are sent at once; other prizes wait here until you have handed them over. This cannot be undone.",
  },
  drawnNow: { id: "lotteries.drawn-now", defaultMessage: "The winners are drawn" },
  cancelTitle: { id: "lotteries.cancel-title", defaultMessage: "Call off “{name}”?" },
  cancelText: {
    id: "lotteries.cancel-text",
    defaultMessage:
      "Nothing is drawn. {count, plural, =0 {There are no tickets, so no points go back.} one {The points of # ticket go back.} other {The points of all # tickets go back.}} This cannot be undone.",
  },
  cancelledNow: { id: "lotteries.cancelled-now", defaultMessage: "The lottery is called off" },
  proof: { id: "lotteries.proof", defaultMessage: "Proof of the draw" },
  proofIntro: {
    id: "lotteries.proof-intro",
    defaultMessage:
      "Publish this file before the draw and after it. With it anybody can repeat the draw and see that nothing was changed. It names tickets, not people.",
  },
  commitment: { id: "lotteries.commitment", defaultMessage: "Promise (SHA-256 of the seed)" },
  digest: { id: "lotteries.digest", defaultMessage: "Fingerprint of the list of tickets" },
  seed: { id: "lotteries.seed", defaultMessage: "Seed" },
  notYet: { id: "lotteries.not-yet", defaultMessage: "Not yet" },
  download: { id: "lotteries.download", defaultMessage: "Download the file" },
  downloading: { id: "lotteries.downloading", defaultMessage: "Reading… {count, number}" },
  downloadFailed: {
    id: "lotteries.download-failed",
    defaultMessage: "The list could not be read to its end. Nothing was written; try again.",
  },
  tooMany: {
    id: "lotteries.too-many",
    defaultMessage:
      "With so many tickets the file is written on the server: manage.py loyalty_lottery {slug}",
  },
  winners: { id: "lotteries.winners", defaultMessage: "Winners" },
  noWinners: { id: "lotteries.no-winners", defaultMessage: "Nobody has won anything." },
  prize: { id: "lotteries.prize", defaultMessage: "Prize" },
  winner: { id: "lotteries.winner", defaultMessage: "Winner" },
  given: { id: "lotteries.given", defaultMessage: "With the winner" },
  waits: { id: "lotteries.waits", defaultMessage: "Waits" },
  sending: { id: "lotteries.sending", defaultMessage: "Being sent" },
  code: { id: "lotteries.code", defaultMessage: "Code" },
  note: { id: "lotteries.note", defaultMessage: "Note" },
  winnerReads: { id: "lotteries.winner-reads", defaultMessage: "The winner reads it." },
  handOver: { id: "lotteries.hand-over", defaultMessage: "Hand over" },
  handOverTitle: { id: "lotteries.hand-over-title", defaultMessage: "Was “{prize}” handed over?" },
  handOverText: {
    id: "lotteries.hand-over-text",
    defaultMessage:
      "It is written down that {email} has it, with your name and what you write here. This cannot be undone.",
  },
  handedOver: { id: "lotteries.handed-over", defaultMessage: "Written down" },
  piece: { id: "lotteries.piece", defaultMessage: "{prize} · no. {number, number}" },
});
