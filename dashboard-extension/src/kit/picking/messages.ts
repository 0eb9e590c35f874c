import { defineMessages } from "react-intl";

export default defineMessages({
  searching: { id: "picking.searching", defaultMessage: "Searching…" },
  member: { id: "picking.member", defaultMessage: "Member" },
  anyMember: { id: "picking.any-member", defaultMessage: "Any member" },
  product: { id: "picking.product", defaultMessage: "Product" },
  anyProduct: { id: "picking.any-product", defaultMessage: "Any product" },
  clear: { id: "picking.clear", defaultMessage: "Clear: {filter}" },
});
