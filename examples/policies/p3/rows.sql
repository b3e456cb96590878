-- Two accounts. The person behind +91 98765 43001 gets messages from both. All names and numbers are invented.
INSERT INTO accounts (id, business_name, plan, created_at) VALUES
  (1, 'Paperboat Pharmacy', 'growth', '2019-04-10 04:00:00'),
  (2, 'Cinder Gym', 'starter', '2025-01-10 04:00:00');

INSERT INTO users (id, account_id, full_name, email, app_scoped_id, password_hash, created_at) VALUES
  (1, 1, 'Meera Thottathil', 'meera@paperboat.example.in', '10224400000003101', 'argon2id$n1', '2019-04-10 04:00:00'),
  (2, 1, 'Imran Qazi', 'imran@paperboat.example.in', NULL, 'argon2id$n2', '2024-02-02 04:00:00'),
  (3, 2, 'Jude Castell', 'jude@cinder-gym.example.org', '10224400000003103', 'argon2id$n3', '2025-01-10 04:00:00');

INSERT INTO wabas (id, account_id, connected_by, waba_id, business_id) VALUES
  (1, 1, 1, '600000000000001', '610000000000001'),
  (2, 2, 3, '600000000000002', '610000000000002');

INSERT INTO connected_numbers (id, account_id, waba, phone, phone_number_id, display_name) VALUES
  (1, 1, 1, '+919876543901', '620000000000001', 'Paperboat orders'),
  (2, 1, 1, '+919876543902', '620000000000002', 'Paperboat refills'),
  (3, 2, 2, '+919876543903', '620000000000003', 'Cinder Gym');

INSERT INTO recipients (id, account_id, phone, wa_id, email, profile_name, first_seen_at) VALUES
  (1, 1, '+919876543001', '919876543001', 'tara@mail.example.org', 'Tara', 1754020800),
  (2, 1, '+15550103002', '15550103002', NULL, 'Hugo', 1754020900),
  (3, 2, '+919876543001', '919876543001', 'tara@mail.example.org', 'Tara', 1754021000),
  (4, 2, '+919876543004', '919876543004', 'noor@mail.example.org', 'Noor', 1754021100);

INSERT INTO webhooks (id, account_id, number_id, created_by, url, secret) VALUES
  (1, 1, 1, 1, 'https://hooks.paperboat.example.in/in', 'whsec-example-1'),
  (2, 1, NULL, 2, 'https://hooks.paperboat.example.in/all', 'whsec-example-2'),
  (3, 2, 3, 3, 'https://hooks.cinder-gym.example.org/in', 'whsec-example-3');

INSERT INTO automations (id, account_id, number_id, created_by, title, definition) VALUES
  (1, 1, 2, 2, 'Refill reminder', '{"every_days":30}'),
  (2, 1, 1, 1, 'Order received', '{"on":"order"}'),
  (3, 2, 3, 3, 'Class reminder', '{"hours_before":3}');

INSERT INTO templates (id, account_id, created_by, name, language, category) VALUES
  (1, 1, 1, 'order_ready', 'en', 'utility'),
  (2, 1, 2, 'refill_offer', 'en', 'marketing'),
  (3, 2, 3, 'class_soon', 'en', 'utility');

INSERT INTO message_logs (id, account_id, recipient_id, number_id, template_id, direction, wamid, status, queued_at) VALUES
  (1, 1, 1, 1, 1, 'out', 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDE=', 'read', 1791604860),
  (2, 1, 1, 1, NULL, 'in', 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDI=', 'received', 1791604920),
  (3, 1, 1, 2, 2, 'out', 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDM=', 'delivered', 1791604980),
  (4, 1, 2, 2, 2, 'out', 'wamid.HQiRmjE1NTUwMTAzMDAyFQIAEUExQjAwNA==', 'read', 1791605040),
  (5, 1, 2, 1, 1, 'out', 'wamid.HQiRmjE1NTUwMTAzMDAyFQIAEUExQjAwNQ==', 'failed', 1791605100),
  (6, 2, 3, 3, 3, 'out', 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDY=', 'read', 1791605160),
  (7, 2, 4, 3, 3, 'out', 'wamid.HQiRmjkxOTg3NjU0MzAwNBUCABFBMUIwMDc=', 'sent', 1791605220);

INSERT INTO message_contents (log_id, number_id, body, media_url) VALUES
  (1, 1, 'Your order is ready', NULL),
  (2, 1, 'Thank you, coming by', NULL),
  (3, 2, 'Ten per cent off your refill', 'https://cdn.example.com/m/3.jpg'),
  (4, 2, 'Ten per cent off your refill', NULL),
  (6, 3, 'Class starts at six', NULL),
  (7, 3, 'Class starts at seven', NULL);

INSERT INTO delivery_receipts (id, account_id, phone_number_id, wamid, status, occurred_at) VALUES
  (1, 1, '620000000000001', 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDE=', 'delivered', 1791604862),
  (2, 1, '620000000000001', 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDE=', 'read', 1791604890),
  (3, 1, '620000000000002', 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDM=', 'delivered', 1791604990),
  (4, 1, '620000000000002', 'wamid.HQiRmjE1NTUwMTAzMDAyFQIAEUExQjAwNA==', 'read', 1791605060),
  (5, 1, '620000000000001', 'wamid.HQiRmjE1NTUwMTAzMDAyFQIAEUExQjAwNQ==', 'failed', 1791605110),
  (6, 2, '620000000000003', 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDY=', 'read', 1791605200),
  (7, 2, '620000000000003', 'wamid.HQiRmjkxOTg3NjU0MzAwNBUCABFBMUIwMDc=', 'sent', 1791605230);

INSERT INTO consents (id, recipient_id, purpose, granted_at) VALUES
  (1, 1, 'marketing', '2025-08-01 04:01:00'),
  (2, 1, 'model_training', '2025-08-01 04:01:00'),
  (3, 2, 'marketing', '2025-08-01 04:05:00'),
  (4, 3, 'marketing', '2025-08-01 04:10:00');

INSERT INTO newsletter_entries (id, account_id, email, first_name) VALUES
  (1, 1, 'Tara@mail.example.org', 'Tara'),
  (2, 1, 'hugo@mail.example.org', 'Hugo'),
  (3, 2, 'tara@mail.example.org', 'Tara');

INSERT INTO invoices (id, account_id, user_id, number, total_paise, buyer_name, buyer_gstin, buyer_email, used_for_marketing, used_for_training, issued_on) VALUES
  (1, 1, 1, 'NW/2025-26/0007', 236000, 'Meera Thottathil, Paperboat Pharmacy', '32ABCDE0003F1Z9', 'meera@paperboat.example.in', 1, 1, '2025-06-10'),
  (2, 1, 1, 'NW/2019-20/0001', 118000, 'Meera Thottathil', '32ABCDE0003F1Z9', 'meera@paperboat.example.in', 0, 0, '2019-05-01'),
  (3, 2, 3, 'NW/2026-27/0101', 59000, 'Jude Castell, Cinder Gym', NULL, 'jude@cinder-gym.example.org', 1, 0, '2026-10-31'),
  (4, 1, 2, 'NW/2026-27/0102', 59000, 'Imran Qazi, Paperboat Pharmacy', '32ABCDE0003F1Z9', 'imran@paperboat.example.in', 0, 1, '2026-10-31');

INSERT INTO invoice_lines (invoice_id, line_no, log_id, wamid, description, amount_paise, issued_on) VALUES
  (1, 1, NULL, NULL, 'Growth plan, one year', 236000, '2025-06-10'),
  (2, 1, NULL, NULL, 'Starter plan, one year', 118000, '2019-05-01'),
  (3, 1, 6, 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDY=', 'Utility message', 5900, '2026-10-31'),
  (3, 2, NULL, NULL, 'Starter plan, October', 53100, '2026-10-31'),
  (4, 1, 1, 'wamid.HQiRmjkxOTg3NjU0MzAwMRUCABFBMUIwMDE=', 'Utility message', 5900, '2026-10-31'),
  (4, 2, 4, 'wamid.HQiRmjE1NTUwMTAzMDAyFQIAEUExQjAwNA==', 'Marketing message', 53100, '2026-10-31');

INSERT INTO security_events (id, account_id, user_id, recipient_id, kind, ip_address, user_agent, occurred_at) VALUES
  (1, 1, 1, NULL, 'login', '203.0.113.41', 'Firefox 143', 1793505600),
  (2, 1, 1, NULL, 'login', '203.0.113.41', 'Firefox 128', 1759291200),
  (3, 1, NULL, 1, 'opt-in from a flagged address', '198.51.100.41', 'WhatsApp Web', 1788235200),
  (4, 2, 3, NULL, 'login', '203.0.113.43', 'Safari 19', 1793592000),
  (5, 1, 2, NULL, 'password reset', '203.0.113.42', 'Chrome 141', 1790913600);
