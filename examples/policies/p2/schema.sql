-- Ruang Sapa: a WhatsApp CRM; one account per business, members who work in it, contacts that it owns.
CREATE TABLE accounts (
  id             INTEGER PRIMARY KEY,
  workspace_name TEXT NOT NULL,
  plan           TEXT NOT NULL DEFAULT 'basic',
  created_at     TEXT NOT NULL
);

CREATE TABLE members (
  id            INTEGER PRIMARY KEY,
  account_id    INTEGER NOT NULL REFERENCES accounts (id),
  email         TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('owner', 'staff')),
  created_at    TEXT NOT NULL
);
CREATE INDEX members_account_id ON members (account_id);

CREATE TABLE profiles (
  member_id  INTEGER PRIMARY KEY REFERENCES members (id),
  full_name  TEXT,
  avatar_url TEXT,
  phone      TEXT,
  bio        TEXT,
  language   TEXT NOT NULL DEFAULT 'id'
);
CREATE INDEX profiles_phone ON profiles (phone);

CREATE TABLE contacts (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  full_name  TEXT,
  phone      TEXT,
  email      TEXT,
  notes      TEXT,
  added_by   INTEGER REFERENCES members (id),
  created_at TEXT NOT NULL
);
CREATE INDEX contacts_account_id ON contacts (account_id);
CREATE INDEX contacts_phone ON contacts (phone);
CREATE INDEX contacts_email ON contacts (email);
CREATE INDEX contacts_added_by ON contacts (added_by);

CREATE TABLE conversations (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  handled_by INTEGER REFERENCES members (id),
  opened_at  TEXT NOT NULL
);
CREATE INDEX conversations_account_id ON conversations (account_id);
CREATE INDEX conversations_contact_id ON conversations (contact_id);
CREATE INDEX conversations_handled_by ON conversations (handled_by);

CREATE TABLE messages (
  id              INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  author_id       INTEGER REFERENCES members (id),   -- null: written by the contact
  body            TEXT,
  wamid           TEXT,
  sent_at         TEXT NOT NULL
);
CREATE INDEX messages_conversation_id ON messages (conversation_id);
CREATE INDEX messages_author_id ON messages (author_id);

CREATE TABLE api_tokens (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  member_id  INTEGER NOT NULL REFERENCES members (id),
  label      TEXT NOT NULL,
  token_hash TEXT,
  created_at TEXT NOT NULL
);
CREATE INDEX api_tokens_account_id ON api_tokens (account_id);
CREATE INDEX api_tokens_member_id ON api_tokens (member_id);

CREATE TABLE meta_connections (
  id               INTEGER PRIMARY KEY,
  account_id       INTEGER NOT NULL REFERENCES accounts (id),
  member_id        INTEGER NOT NULL REFERENCES members (id),
  business_phone   TEXT,
  meta_business_id TEXT,
  access_token     TEXT,
  connected_at     TEXT NOT NULL,
  deauthorised_at  TEXT
);
CREATE INDEX meta_connections_account_id ON meta_connections (account_id);
CREATE INDEX meta_connections_member_id ON meta_connections (member_id);
CREATE INDEX meta_connections_business_phone ON meta_connections (business_phone);
CREATE INDEX meta_connections_meta_business_id ON meta_connections (meta_business_id);

CREATE TABLE integrations (
  id           INTEGER PRIMARY KEY,
  account_id   INTEGER NOT NULL REFERENCES accounts (id),
  provider     TEXT NOT NULL,
  settings     TEXT,
  installed_by INTEGER REFERENCES members (id)
);
CREATE INDEX integrations_account_id ON integrations (account_id);
CREATE INDEX integrations_installed_by ON integrations (installed_by);

CREATE TABLE automations (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  title      TEXT NOT NULL,
  built_by   INTEGER REFERENCES members (id),
  enabled    INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX automations_account_id ON automations (account_id);
CREATE INDEX automations_built_by ON automations (built_by);

CREATE TABLE automation_steps (
  automation_id INTEGER NOT NULL REFERENCES automations (id),
  position      INTEGER NOT NULL,
  kind          TEXT NOT NULL,
  config        TEXT,
  PRIMARY KEY (automation_id, position)
);

CREATE TABLE activity_logs (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  member_id   INTEGER REFERENCES members (id),
  action      TEXT NOT NULL,
  detail      TEXT,
  ip_address  TEXT NOT NULL,
  user_agent  TEXT,
  happened_at TEXT NOT NULL
);
CREATE INDEX activity_logs_account_id ON activity_logs (account_id);
CREATE INDEX activity_logs_member_id ON activity_logs (member_id);

CREATE TABLE invoices (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  billed_to   INTEGER REFERENCES members (id),
  number      TEXT NOT NULL UNIQUE,
  amount_idr  INTEGER NOT NULL,
  buyer_name  TEXT,
  buyer_npwp  TEXT,
  buyer_email TEXT,
  issued_on   TEXT NOT NULL                          -- YYYY-MM-DD
);
CREATE INDEX invoices_account_id ON invoices (account_id);
CREATE INDEX invoices_billed_to ON invoices (billed_to);

CREATE TABLE disputes (
  id             INTEGER PRIMARY KEY,
  account_id     INTEGER NOT NULL REFERENCES accounts (id),
  raised_by_type TEXT NOT NULL CHECK (raised_by_type IN ('Member', 'Contact')),
  raised_by_id   INTEGER,                            -- a member or a contact, as raised_by_type says
  statement      TEXT,
  reply_phone    TEXT,
  opened_at      TEXT NOT NULL
);
CREATE INDEX disputes_account_id ON disputes (account_id);
CREATE INDEX disputes_raised_by ON disputes (raised_by_id, raised_by_type);

CREATE TABLE fraud_signals (
  id               INTEGER PRIMARY KEY,
  account_id       INTEGER NOT NULL REFERENCES accounts (id),
  member_id        INTEGER REFERENCES members (id),
  rule             TEXT NOT NULL,
  card_fingerprint TEXT,
  ip_address       TEXT,
  detected_at      INTEGER NOT NULL                  -- unix seconds
);
CREATE INDEX fraud_signals_account_id ON fraud_signals (account_id);
CREATE INDEX fraud_signals_member_id ON fraud_signals (member_id);

CREATE TABLE agreements (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  member_id   INTEGER NOT NULL REFERENCES members (id),
  document    TEXT NOT NULL,
  signed_name TEXT,
  ip_address  TEXT,
  accepted_at TEXT NOT NULL
);
CREATE INDEX agreements_account_id ON agreements (account_id);
CREATE INDEX agreements_member_id ON agreements (member_id);
