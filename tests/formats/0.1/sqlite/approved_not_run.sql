-- request: 01a1fb67-1800-7326-a30f-0ce27e6b8895
-- code: 05MK41QRSKGRJK7R1ZGN5N1FZTRV
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
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7326-a30f-0ce27e6b8895', X'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'awaiting_approval', 1795219200000, NULL, 4);
INSERT INTO oubliette_codes (code, request) VALUES
(X'686FE9398BF40D733A356921BD66C03D841FAC423D2D33D053F582CAE4004202', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"awaiting_approval"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"approved","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119"}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'31D5E42FADDC853E2CFBA9E8F6DD37F0C117119246B29965FF4FC6DE29041B7D498C4D43D664E96E2FA30ED1D73838B5D0BAA57AC63CD56441069B95D1A9C5575FB89564268F90961466E84B0EB8C7F9B156A30DC8177135C014AAF3B8620C488A6BC03D29557881925B63F94138EFE0B068FF141EB335193AD90CD0F116CBA5945F2812BF0888C9F8FCB89F01FD567DFF7DE81C3FB908EC18ACF1930FE1FA8DFED1CA0769B498366A535D6A848A87C20F705FFFC9652E32BEE25887733ED90E34D998195CB88276FD77C920B42EC4D95D49B661466B253977B63AB871D62C95209638BB200B98D516EDB6E729DECA420BB59456C27FBB3639D047B2470886BDF428CAA2087DA7273A03F7F766C3C3504752F2EFB66C1F48DD42E9EDB5F361C9');
