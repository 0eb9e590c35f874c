import type * as Types from './schema';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type LoyaltyStartersQueryVariables = Types.Exact<{ [key: string]: never; }>;


export type LoyaltyStartersQuery = { loyaltyStarters: Array<{ kind: Types.LoyaltyStarterKind, programme: unknown, ladder: unknown | null, plan: unknown | null, needsVariant: boolean }> | null };


export const LoyaltyStartersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LoyaltyStarters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"loyaltyStarters"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"programme"}},{"kind":"Field","name":{"kind":"Name","value":"ladder"}},{"kind":"Field","name":{"kind":"Name","value":"plan"}},{"kind":"Field","name":{"kind":"Name","value":"needsVariant"}}]}}]}}]} as unknown as DocumentNode<LoyaltyStartersQuery, LoyaltyStartersQueryVariables>;