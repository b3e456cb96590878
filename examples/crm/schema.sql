-- A WhatsApp CRM: several businesses (accounts) in one database, their agents, and their customers (contacts).
CREATE TABLE accounts (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL
);

CREATE TABLE agents (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  email      TEXT NOT NULL UNIQUE,
  full_name  TEXT,
  meta_id    TEXT                                    -- the app-scoped id of their Facebook login
);
CREATE INDEX agents_account_id ON agents (account_id);
CREATE INDEX agents_meta_id ON agents (meta_id);

CREATE TABLE tokens (
  id         INTEGER PRIMARY KEY,
  agent_id   INTEGER NOT NULL REFERENCES agents (id),
  secret     TEXT NOT NULL,
  granted_at TEXT NOT NULL
);
CREATE INDEX tokens_agent_id ON tokens (agent_id);

CREATE TABLE contacts (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  full_name   TEXT,
  phone       TEXT,
  wa_id       TEXT,
  email       TEXT,
  assigned_to INTEGER REFERENCES agents (id),
  created_at  TEXT NOT NULL
);
CREATE INDEX contacts_account_id ON contacts (account_id);
CREATE INDEX contacts_phone ON contacts (phone);
CREATE INDEX contacts_wa_id ON contacts (wa_id);
CREATE INDEX contacts_email ON contacts (lower(email));
CREATE INDEX contacts_assigned_to ON contacts (assigned_to);

CREATE TABLE labels (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  title      TEXT NOT NULL,
  created_by INTEGER REFERENCES agents (id)
);
CREATE INDEX labels_account_id ON labels (account_id);
CREATE INDEX labels_created_by ON labels (created_by);

CREATE TABLE contact_labels (
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  label_id   INTEGER NOT NULL REFERENCES labels (id),
  PRIMARY KEY (contact_id, label_id)
);
CREATE INDEX contact_labels_label_id ON contact_labels (label_id);

CREATE TABLE conversations (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  contact_id  INTEGER NOT NULL REFERENCES contacts (id),
  assignee_id INTEGER REFERENCES agents (id),
  opened_at   TEXT NOT NULL
);
CREATE INDEX conversations_account_id ON conversations (account_id);
CREATE INDEX conversations_contact_id ON conversations (contact_id);
CREATE INDEX conversations_assignee_id ON conversations (assignee_id);

CREATE TABLE messages (
  id              INTEGER PRIMARY KEY,
  conversation_id INTEGER NOT NULL REFERENCES conversations (id),
  sender_type     TEXT NOT NULL CHECK (sender_type IN ('contact', 'agent')),
  sender_id       INTEGER,                           -- of a contact or an agent, as sender_type says
  body            TEXT,
  sent_at         TEXT NOT NULL
);
CREATE INDEX messages_conversation_id ON messages (conversation_id);
CREATE INDEX messages_sender ON messages (sender_id, sender_type);

CREATE TABLE media (
  id         INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES messages (id),
  mime_type  TEXT NOT NULL,
  file_name  TEXT
);
CREATE INDEX media_message_id ON media (message_id);

CREATE TABLE orders (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  taken_by   INTEGER REFERENCES agents (id),
  ship_to    TEXT,
  placed_at  TEXT NOT NULL
);
CREATE INDEX orders_account_id ON orders (account_id);
CREATE INDEX orders_contact_id ON orders (contact_id);
CREATE INDEX orders_taken_by ON orders (taken_by);

CREATE TABLE order_lines (
  order_id INTEGER NOT NULL REFERENCES orders (id),
  line_no  INTEGER NOT NULL,
  item     TEXT NOT NULL,
  cents    INTEGER NOT NULL,
  PRIMARY KEY (order_id, line_no)
);

CREATE TABLE invoices (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  contact_id  INTEGER REFERENCES contacts (id),
  order_id    INTEGER REFERENCES orders (id),
  number      TEXT NOT NULL UNIQUE,
  cents       INTEGER NOT NULL,
  buyer_name  TEXT,
  buyer_phone TEXT,
  buyer_email TEXT,
  issued_at   TEXT NOT NULL
);
CREATE INDEX invoices_account_id ON invoices (account_id);
CREATE INDEX invoices_contact_id ON invoices (contact_id);
CREATE INDEX invoices_order_id ON invoices (order_id);

CREATE TABLE ai_logs (
  id         INTEGER PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES messages (id),
  asked_by   INTEGER REFERENCES agents (id),
  prompt     TEXT,
  answer     TEXT,
  ran_at     TEXT NOT NULL
);
CREATE INDEX ai_logs_message_id ON ai_logs (message_id);
CREATE INDEX ai_logs_asked_by ON ai_logs (asked_by);

CREATE TABLE audit_logs (
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  actor_id   INTEGER REFERENCES agents (id),
  actor_name TEXT NOT NULL,
  action     TEXT NOT NULL,
  contact_id INTEGER REFERENCES contacts (id),
  detail     TEXT,
  ip_address TEXT,
  logged_at  TEXT NOT NULL
);
CREATE INDEX audit_logs_account_id ON audit_logs (account_id);
CREATE INDEX audit_logs_actor_id ON audit_logs (actor_id);
CREATE INDEX audit_logs_contact_id ON audit_logs (contact_id);

CREATE TABLE referrals (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  referrer_id INTEGER REFERENCES contacts (id),
  referred_id INTEGER REFERENCES contacts (id),
  points      INTEGER NOT NULL
);
CREATE INDEX referrals_account_id ON referrals (account_id);
CREATE INDEX referrals_referrer_id ON referrals (referrer_id);
CREATE INDEX referrals_referred_id ON referrals (referred_id);

CREATE TABLE newsletter (                            -- imported; nothing links it to a contact but the address
  id         INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  email      TEXT NOT NULL
);
CREATE INDEX newsletter_account_id ON newsletter (account_id);
CREATE INDEX newsletter_email ON newsletter (lower(email));
