-- Two accounts. Sari owns the first and Bayu works in it; Wulan owns the second. All names and numbers are invented.
INSERT INTO accounts (id, workspace_name, plan, created_at) VALUES
  (1, 'Warung Melati', 'pro', '2023-01-15 02:00:00'),
  (2, 'Toko Lontar', 'basic', '2024-08-20 02:00:00');

INSERT INTO members (id, account_id, email, password_hash, role, created_at) VALUES
  (1, 1, 'sari@warung-melati.example.com', 'argon2id$s1', 'owner', '2023-01-15 02:00:00'),
  (2, 1, 'bayu@warung-melati.example.com', 'argon2id$s2', 'staff', '2025-02-01 02:00:00'),
  (3, 2, 'wulan@toko-lontar.example.org', 'argon2id$s3', 'owner', '2024-08-20 02:00:00');

INSERT INTO profiles (member_id, full_name, avatar_url, phone, bio, language) VALUES
  (1, 'Sari Anggrek', NULL, '+15550102101', 'Founder', 'id'),
  (2, 'Bayu Pradipa', 'https://cdn.example.com/b/2.png', '+15550102102', NULL, 'id'),
  (3, 'Wulan Kencana', NULL, '+15550102103', NULL, 'en');

INSERT INTO contacts (id, account_id, full_name, phone, email, notes, added_by, created_at) VALUES
  (1, 1, 'Tono Rambutan', '+15550102001', 'tono@mail.example.org', 'wholesale', 2, '2025-03-01 02:00:00'),
  (2, 1, 'Ita Belimbing', '+15550102002', NULL, NULL, 1, '2025-04-01 02:00:00'),
  (3, 2, 'Tono Rambutan', '+15550102001', 'tono@mail.example.org', NULL, 3, '2025-05-01 02:00:00');

INSERT INTO conversations (id, account_id, contact_id, handled_by, opened_at) VALUES
  (1, 1, 1, 2, '2026-10-01 02:00:00'),
  (2, 1, 2, 1, '2026-10-02 02:00:00'),
  (3, 2, 3, 3, '2026-10-03 02:00:00');

INSERT INTO messages (id, conversation_id, author_id, body, wamid, sent_at) VALUES
  (1, 1, NULL, 'Is there coffee?', 'wamid.HQiRmjE1NTUwMTAyMDAxFQIAEUExQjAwMQ==', '2026-10-01 02:00:00'),
  (2, 1, 2, 'Yes, two sacks', 'wamid.HQiRmjE1NTUwMTAyMDAxFQIAEUExQjAwMg==', '2026-10-01 02:05:00'),
  (3, 1, 1, 'Delivery is free', 'wamid.HQiRmjE1NTUwMTAyMDAxFQIAEUExQjAwMw==', '2026-10-01 02:06:00'),
  (4, 2, NULL, 'Good morning', 'wamid.HQiRmjE1NTUwMTAyMDAyFQIAEUExQjAwNA==', '2026-10-02 02:00:00'),
  (5, 2, 2, 'Good morning, Ita', 'wamid.HQiRmjE1NTUwMTAyMDAyFQIAEUExQjAwNQ==', '2026-10-02 02:01:00'),
  (6, 3, 3, 'Your order is ready', 'wamid.HQiRmjE1NTUwMTAyMDAxFQIAEUExQjAwNg==', '2026-10-03 02:00:00');

INSERT INTO api_tokens (id, account_id, member_id, label, token_hash, created_at) VALUES
  (1, 1, 1, 'till', 'sha256$t1', '2025-06-01 02:00:00'),
  (2, 1, 2, 'report', 'sha256$t2', '2025-07-01 02:00:00'),
  (3, 2, 3, 'till', 'sha256$t3', '2025-08-01 02:00:00');

INSERT INTO meta_connections (id, account_id, member_id, business_phone, meta_business_id, access_token, connected_at, deauthorised_at) VALUES
  (1, 1, 1, '+15550102900', '500000000000001', 'EAAexample21', '2025-06-01 02:00:00', NULL),
  (2, 2, 3, '+15550102901', '500000000000002', NULL, '2025-06-02 02:00:00', '2026-09-01 02:00:00');

INSERT INTO integrations (id, account_id, provider, settings, installed_by) VALUES
  (1, 1, 'sheets', '{"sheet":"orders"}', 1),
  (2, 1, 'courier', '{"pickup":"09:00"}', 2),
  (3, 2, 'sheets', '{"sheet":"stock"}', 3);

INSERT INTO automations (id, account_id, title, built_by, enabled) VALUES
  (1, 1, 'Greet new contacts', 2, 1),
  (2, 2, 'Away message', 3, 1);

INSERT INTO automation_steps (automation_id, position, kind, config) VALUES
  (1, 1, 'wait', '{"seconds":5}'),
  (1, 2, 'send', '{"template":"welcome"}'),
  (2, 1, 'send', '{"template":"away"}');

INSERT INTO activity_logs (id, account_id, member_id, action, detail, ip_address, user_agent, happened_at) VALUES
  (1, 1, 1, 'login', 'login by sari@warung-melati.example.com', '203.0.113.31', 'Firefox 143', '2026-11-01 02:00:00'),
  (2, 1, 2, 'contact.create', 'added a contact', '203.0.113.32', 'Chrome 141', '2025-03-01 02:00:00'),
  (3, 1, 2, 'login', 'login by bayu@warung-melati.example.com', '203.0.113.32', 'Chrome 141', '2026-11-02 02:00:00'),
  (4, 2, 3, 'login', NULL, '198.51.100.33', 'Safari 19', '2026-11-03 02:00:00');

INSERT INTO invoices (id, account_id, billed_to, number, amount_idr, buyer_name, buyer_npwp, buyer_email, issued_on) VALUES
  (1, 1, 1, 'RS-2025-0001', 1500000, 'Sari Anggrek, Warung Melati', '00.000.000.1-000.001', 'sari@warung-melati.example.com', '2025-02-10'),
  (2, 2, 3, 'RS-2026-0044', 900000, 'Wulan Kencana, Toko Lontar', '00.000.000.1-000.002', 'wulan@toko-lontar.example.org', '2026-02-10'),
  (3, 1, 1, 'RS-2015-0003', 100000, 'Sari Anggrek', NULL, 'sari@warung-melati.example.com', '2015-06-30');

INSERT INTO disputes (id, account_id, raised_by_type, raised_by_id, statement, reply_phone, opened_at) VALUES
  (1, 1, 'Contact', 1, 'one sack was missing', '+15550102001', '2026-08-01 02:00:00'),
  (2, 1, 'Member', 2, 'charged twice in July', NULL, '2026-07-20 02:00:00'),
  (3, 2, 'Member', 3, 'downtime credit', NULL, '2025-09-01 02:00:00');

INSERT INTO fraud_signals (id, account_id, member_id, rule, card_fingerprint, ip_address, detected_at) VALUES
  (1, 1, 2, 'card reused', 'fp-example-02', '203.0.113.32', 1777600800),
  (2, 1, 2, 'many trials', 'fp-example-02', '203.0.113.32', 1727748000),
  (3, 2, 3, 'card reused', 'fp-example-03', '198.51.100.33', 1780279200);

INSERT INTO agreements (id, account_id, member_id, document, signed_name, ip_address, accepted_at) VALUES
  (1, 1, 1, 'terms 2023-01', 'Sari Anggrek', '203.0.113.31', '2023-01-15 02:01:00'),
  (2, 2, 3, 'terms 2024-06', 'Wulan Kencana', '198.51.100.33', '2024-08-20 02:01:00');
