-- request: 01a1fb67-1800-7d3e-8178-1dac3f32ce51
-- code: 78EZ436P2YVY3F3DGP9FVJ338V6D
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(1, 'acme', '+919876543210', 'asha@example.com', NULL, 'Asha'),
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (id, title) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (contact_id, group_id) VALUES
(1, 7),
(1, 8),
(2, 8),
(3, 9),
(4, 7);
INSERT INTO crm_messages (id, from_id, to_id, group_id, body) VALUES
(1, 1, 2, NULL, 'to Ben'),
(2, 1, 4, NULL, 'to herself'),
(3, 2, 1, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, 1, 3, NULL, 'to Chi'),
(9, 4, NULL, NULL, 'to nobody');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t1', 1, 't3'),
('t2', NULL, 't1'),
('t3', NULL, 't2'),
('t4', 2, 't1'),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, 1, 't2', '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, 't3', '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, 1, 'Main Street 1'),
(2, 1, 'Side Street 2'),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, 1, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, 1, '2015-06-30', 'A. Old');
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-7d3e-8178-1dac3f32ce51', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'received', 1795219200000, NULL, 2);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x90c910b817f0bc2fec3e275d14564343c3aed84178fbe5bba01b2d48ac9dd89c'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x180d0d4e3f7e1f65195e112bcf8dbec7375af52fa5004a09e0c0566ec65ad085a3bf430617276a814192cb72392fe28d539285d4571868cc57fcbcf75db00f75aaaee28781860501549d58b77741c1c02fca91f2269b250bf17ed7ee620760c14ff31312f3754f5a19747b95b37c730833ea5dd21cd33fea06308cc8f301265389660d375edc10437e004fecda9247d2c041c76686a12e64d000c89f6f1f550982aa40b276eb5b1baac7525df530ec2d4b5cf3ab5c849da692dd5e1f9e4fad16b8bb4ea715e84e0e0111e9a5fea0b937549be2b109eb18586d0d10855e66f2037c70679953a3b7fac1a9cbfc71ebc63e06f27a6527fbcc68b5c0435adf6981fd2f8632742c8b059d33a5f5f567f912d49fd2b9f7ce6f8ae38de192a4ff10fc7a'::bytea);
