import { Box, Button, Text } from "@saleor/macaw-ui";
import { useState, type FormEvent } from "react";
import { useIntl } from "react-intl";

import { Callout } from "../kit/Card";
import { TextField } from "../kit/fields";
import { useSession } from "../session/context";
import type { StaffSession } from "../session/staff";
import { settings } from "../settings";
import messages from "./messages";

/** Where there is no Dashboard around the page, staff say who they are. */
export function Login() {
  const intl = useIntl();
  const session = useSession() as StaffSession;
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(await session.logIn(email, password));
    setBusy(false);
  };
  return (
    <main>
      <Box
        as="form"
        onSubmit={submit}
        className="login"
        display="flex"
        flexDirection="column"
        gap={4}
      >
        <Text as="h1" size={6} fontWeight="medium">
          {intl.formatMessage(messages.logInTitle)}
        </Text>
        {problem !== undefined && (
          <Callout mood="error">
            <p>{problem || intl.formatMessage(messages.logInFailed)}</p>
          </Callout>
        )}
        <TextField
          label={intl.formatMessage(messages.email)}
          type="email"
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={intl.formatMessage(messages.password)}
          type="password"
          value={password}
          onChange={setPassword}
        />
        {settings.login.hint && (
          <Text size={2} color="default2">
            {settings.login.hint}
          </Text>
        )}
        <Button type="submit" variant="primary" size="large" disabled={busy || !email || !password}>
          {intl.formatMessage(messages.logIn)}
        </Button>
      </Box>
    </main>
  );
}
