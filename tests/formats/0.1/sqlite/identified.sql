-- request: 01a1fb67-1800-77e1-9351-cdbeccc7f067
-- code: 5XDF2E44Q8F6TEJP5Z84T4JFQ344
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
(1, '01a1fb67-1800-77e1-9351-cdbeccc7f067', X'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'running', 1795219200000, 1795220100000, 4);
INSERT INTO oubliette_codes (code, request) VALUES
(X'523AD67F02BD6470FE5A222DBA18DD5DE571A9B22A4A5908820C519C1D079042', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'61E34F71355D9765E21B40E50172E136F0F1220573293DAB7AEDC91704AA23EE3E7290B354319B7C0B216D146E9EF82638F6BA6037354FD931653C019CC5D643A3D4E5E329DD57D9D965C4A21F503964D9EB1DCCE4C4D079ADCAFBEBC123D8C2CCEDE58FFE6AB9177EF543A4632A83133FE4F9842FDB500FAD0452C2DA54CC8CFBA839C655D3B0DDCAB0F934CF3A39677F0067E7B99C4B98960E97B2F578DA03111EFD38FBF5D2EA4A630551CF20EA3D4C37D10DD1EBB226C61F1F200C862209DCA6B5EF0C3EA941EAAC36703D385CE12FD20C308DDB4BEA9F51266D4A35FF4C54ED8E14D1AC7682428A890E0A0499227F8DEBED50CE29325756BE6F06927CDA20F2FAF64CCAC51DE9B133F8FA6708422C16FE2F8133D1F0A97B2D2050F23F2671CB02191C64BE40FF25B232FDEFBBC0017F462402FB524F0CD50604A7491B05892853E7DA0C6DCE9055F15620C6B0C44E43763F76D5CF0D7B61D6CF3F53BF7F995520E5BA48A8ADBE5524E32A049A308BEFC9567CFE1875BBDB414FCBD39A305C6063');
