import type * as Types from './schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type LoyaltyTodoQueryVariables = Types.Exact<{ [key: string]: never; }>;


export type LoyaltyTodoQuery = { loyaltyTodo: { redemptions: number | null, prizes: number | null, codes: number | null, reviews: number | null, referrals: number | null, facts: number | null, effects: number | null } | null };


export const LoyaltyTodoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LoyaltyTodo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"loyaltyTodo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redemptions"}},{"kind":"Field","name":{"kind":"Name","value":"prizes"}},{"kind":"Field","name":{"kind":"Name","value":"codes"}},{"kind":"Field","name":{"kind":"Name","value":"reviews"}},{"kind":"Field","name":{"kind":"Name","value":"referrals"}},{"kind":"Field","name":{"kind":"Name","value":"facts"}},{"kind":"Field","name":{"kind":"Name","value":"effects"}}]}}]}}]} as unknown as DocumentNode<LoyaltyTodoQuery, LoyaltyTodoQueryVariables>;