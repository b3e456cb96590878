-- Three logins and two clients. Rosa, an administrator, gave the other two their logins. All names and numbers are invented.
INSERT INTO crm_users (id, username, display_name, role, status, created_by, created_at) VALUES
  (1, 'rosa@porchlight.example.com', 'Rosa Almgren', 'admin', 'active', NULL, '2024-01-08 09:00:00'),
  (2, 'kofi@porchlight.example.com', 'Kofi Danso', 'agent', 'active', 1, '2024-03-08 09:00:00'),
  (3, 'mina@porchlight.example.com', 'Mina Harel', 'viewer', 'deactivated', 1, '2025-03-08 09:00:00');

INSERT INTO login_activity (id, user_id, ip_address, user_agent, outcome, occurred_at) VALUES
  (1, 1, '203.0.113.51', 'Firefox 143', 'ok', 1795161600),
  (2, 2, '203.0.113.52', 'Chrome 141', 'wrong_password', 1795075200),
  (3, 2, '203.0.113.52', 'Chrome 141', 'ok', 1795075260),
  (4, 3, '198.51.100.53', 'Safari 19', 'locked', 1771488060);

INSERT INTO user_secrets (user_id, password_hash) VALUES
  (1, 'argon2id$r1'),
  (2, 'argon2id$r2'),
  (3, 'argon2id$r3');

INSERT INTO user_sessions (id, user_id, token_hash, expires_at) VALUES
  ('0192f0c0-0000-7000-8000-000000000001', 1, 'sha256$r1', '2026-11-27 08:00:00'),
  ('0192f0c0-0000-7000-8000-000000000002', 2, 'sha256$r2', '2026-11-26 08:01:00'),
  ('0192f0c0-0000-7000-8000-000000000003', 2, 'sha256$r3', '2026-10-26 08:01:00');

INSERT INTO clients (id, company, contact_name, contact_email, meta_business_id, taken_on_by, created_at) VALUES
  (1, 'Velvet Bicycle Works', 'Sol Arden', 'sol@velvet-bicycle.example.org', '710000000000001', 2, '2025-12-01 09:00:00'),
  (2, 'Pebble Dental', 'Yuki Brandt', 'yuki@pebble-dental.example.com', '710000000000002', 1, '2026-05-01 09:00:00');

INSERT INTO waba_assets (id, client_id, waba_id, phone_number_id, display_phone, quality) VALUES
  (1, 1, '700000000000001', '720000000000001', '+15550104001', 'green'),
  (2, 1, '700000000000001', '720000000000002', '+15550104002', 'yellow'),
  (3, 2, '700000000000003', '720000000000003', '+919876544003', 'green');

INSERT INTO signup_sessions (id, client_id, started_by, auth_code, access_token, started_at) VALUES
  ('0192f0c0-0000-7000-8000-000000000011', 1, 2, 'AQBexample11', 'EAAexample11', 1764579900),
  ('0192f0c0-0000-7000-8000-000000000012', 1, 2, 'AQBexample12', NULL, 1764666300),
  ('0192f0c0-0000-7000-8000-000000000013', 2, 1, 'AQBexample13', 'EAAexample13', 1777626300);

INSERT INTO audit_events (id, actor_id, action, entity_type, entity_id, note, ip_address, occurred_at) VALUES
  (1, 1, 'user.create', 'user', 3, 'login made for mina@porchlight.example.com', '203.0.113.51', 1767862800),
  (2, 2, 'client.create', 'client', 1, 'taken on board by kofi@porchlight.example.com', '203.0.113.52', 1764579600),
  (3, 2, 'client.view', 'client', 2, NULL, '203.0.113.52', 1780304400),
  (4, 2, 'login', NULL, NULL, 'from the road, kofi@porchlight.example.com', '203.0.113.59', 1759309200),
  (5, 1, 'user.deactivate', 'user', 2, NULL, '203.0.113.51', 1782896400);

INSERT INTO dispute_cases (id, client_id, handled_by, summary, reply_email, opened_at) VALUES
  (1, 1, 2, 'number ported to the wrong portfolio', 'sol@velvet-bicycle.example.org', '2026-03-01 09:00:00'),
  (2, 2, 1, 'fee for a second number', 'yuki@pebble-dental.example.com', '2026-08-01 09:00:00');

INSERT INTO legal_records (id, client_id, filed_by, document, signatory, filed_on) VALUES
  (1, 1, 2, 'service agreement', 'Sol Arden', '2025-12-01'),
  (2, 2, 1, 'service agreement', 'Yuki Brandt', '2026-05-01'),
  (3, 1, 2, 'letter of intent', 'Sol Arden', '2021-02-01');
