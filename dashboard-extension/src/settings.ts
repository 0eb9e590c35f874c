// What the server wrote into the page. The dev server of Vite writes nothing.

export interface Settings {
  /** Where this app lives, with a slash at both ends. */
  base: string;
  /** Where our GraphQL is asked. */
  graphql: string;
  /** How staff log in where there is no Dashboard around the page. */
  login: { kind: "saleor" | "sandbox"; url: string; hint?: string };
  version: string;
  /** What style elements of this page carry: the content security policy takes no others. */
  nonce?: string;
}

const inDevelopment: Settings = {
  base: "/",
  graphql: "/graphql/",
  login: { kind: "sandbox", url: "/login/" },
  version: "development",
};

function read(): Settings {
  const text = document.getElementById("settings")?.textContent?.trim() ?? "";
  return text.startsWith("{") ? (JSON.parse(text) as Settings) : inDevelopment;
}

export const settings = read();
