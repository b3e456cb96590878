-- request: 01a1fb67-1800-7b18-8773-844b390a430f
-- code: 538G5FDSWR0TZHY9086MYK0NJJJB
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
(8, 1, NULL, NULL, 'to Chi'),
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
('2026-11-02', 2, 3, 't6', '0.0.0.0', 'pseudonym-4yDc9TMvrka-Xv5AfqFyXg', 'called from [erased]');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, 1, 'Main Street 1'),
(2, 1, 'Side Street 2'),
(3, NULL, NULL),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', NULL, 3, '2025-03-01', '2025-03-02', NULL, 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, 1, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, NULL, '2026-06-30', 'Chi'),
(4, 1, '2015-06-30', 'A. Old');
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-7b18-8773-844b390a430f', '\x0536ed316e173fec60063b4e8ca669e9e197fc70b7a50b83d4a17defb57b7004'::bytea, 'running', 1795220100000, 1795220100000, 34);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\xe06078721d5b0c72736c5fbcde94afd5ad0c2e6a30ea96c31811fbd21c8b53b2'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"meta","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2029-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2029-06-30"}},{"records":1},{"records":0},{"records":1,"until":"2028-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2028-06-30"}},{"records":1},{"records":1},{"records":0},{"records":0,"shells":1},{"records":1},{"records":0},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":1},{"records":1},{"records":0},{"records":1}],"identification":{"found":2,"shared":{},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"absent","records":0}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":1}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":1}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"absent","records":0}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"absent","records":0}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"absent","records":0}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"erased","records":1}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"absent","records":0}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x892ad003958a74fa3a8d53e5b695413dc664ca0677a98ae048d4f699b60430a8760d2e50d90e0af35624f962eaf5068114e9749a537ace047d0144acbf7ccb22b7ebe632fbf649dd94a93ccbc19b9a9c327a38c102cffcb2ef971d618246192f8ac4e28230974a766dcd38b03ef2a2e2a93b16ffe4e8623ea818683ca187eec0b5e0840ec20c6330f28b7141a0b02e216b04733983d614ecd819b8603a3b06ac8705c47090f1dad1298ff7de9368ec876ef573a22ef5c0f8d9678e0537a0bf1955df6d7ecf3f3bbf13a89142ab97c51aa9ab04abe910137e0a756aa92728131ae3e508ae3a96f1f731c2339d8060b931f09cda91063263a8012cd2b7684277e7556eefa23f364c4115a9fc440821db6ea2e6a220baede9ded7e34f6ca67ecef99bd05d0e65038f48a1e527c2352ec461ebe0de93021c3575c3bc266e232038a5a4f28e09405ec5989d3d7fe8ff02123ac7e275ebcc65698762e3213c0b3abfba29eaeb783e67ec2cbac3b6cf58748d797ce6ec57674819224591931e921a0a3c9b9fc4b24aa71c8a68d9c5cb28500f0fcc4f541f66407c2046e3f5d51236e17cc6cb4778311d7722435506832ef102dbff069bde134d482edcfeedd64d01c5e360a76866e649f37e725cefbd28b612e583337a6eff3e173a74bb7cc7ce895d2af3a2fe160ec8d25f49ecd34279a8580b9c00964fa940d85dc5cd8a4e27eddeea96a4087e07c3293f3d3dd9f398369da90dce6cdecb5f892d64920640b371292a697e80f897d6cd19b7790388a75758a0694d414bb67e898add38a16a4cb0a571bcd1b20df30f3548fa530d009a6a8bbd28f696267e94f127f98c41'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 1),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/groups', 1),
(8, 1, 'gone/memberships', 1),
(9, 1, 'gone/threads', 1),
(10, 1, 'freed/groups', 1),
(11, 1, 'kept/contracts', 1),
(12, 1, 'kept/invoices', 1),
(13, 1, 'others/threads/10', 1);
SELECT setval('oubliette_note_sets_number_seq', 13);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\x328982e01b98ca0dff47e9c510c5164bf28e383c4dd2e2305f5940729c191dcb'::bytea, '\x3509be10566f106de273b15f0dbb3b456e8ead5de79434df2e98f614fb472ba252b1d7df064561d2654f76d1ee3a21747e9cafcdbe75f66693deb86cebe9f4'::bytea),
(6, 1, '\xa87dbe148ae084d89ea1a799750e6e8ba0885df19696071239a822ce75027f3b'::bytea, '\xaa86e5593d1c8d4fce2cbdfa9ba8575acbf1fb45e78fb71d97e73907048951239c9ecdd550998e5713e733adde20b59f17f8382309aab853fbb904ec3cb829'::bytea),
(7, 1, '\x2e38a796562a793b02f9db5030545b4bb34cb92bb3ce352b86a001bee8fb94e5'::bytea, '\x17a480ce6421f7bc9ccfab7d6a42abbef7adda105597852e842142f1819488d2e1f2e1847c6df1fddbb4befdfe20cd7c0c94f8ecb326eeb738c9a5d5d70c0d'::bytea),
(8, 1, '\xd960c58e448030cd0f603a24e22c9587ca7597fe39e3f972f8c17b28ed034220'::bytea, '\x7110c37bb5148e62797cd1fa79deb340776d637c5f197285ee413331d9f8ad41a95f7befbdf5ad60e4abbbe94d138d01389380a796509b535ef095ba5df0f00c07cf922d40c67a1a4c27ff091b'::bytea),
(9, 1, '\xa148757ca44b381505d9f4f0e9102b1bdf78d2940cc71217470c851d043c9384'::bytea, '\x7c7ced6c7a6464f45e0cd3aaab6cc1d1d3c7b62890bbf88ac3afecfd16f3b9631ea82c4663d049b7fc654865da863d2b79cf510676a8166f84f4f524ba8100'::bytea),
(10, 1, '\x964d606137ba63a7f2b2560a2e307c944b6d1f834f46253e78ec8de51568e65b'::bytea, '\x0bd4edbb05e0ce3996cc18236e6acbc0eaa6d2f1344430726eaab3f28f1ed17b09faddb4cc3c51d1b1f87c98b27c99ae35af7064e87ef07d4412e5f3244ae0'::bytea),
(11, 1, '\xc734aa3166f846a9170c3354f2409c0ab529c56182035a0cec27922d22c3177c'::bytea, '\x8cba9516993ba46a1aefecff09e590c46b141d3b95f48e32e948cd7f41091ebac1c4c2947ff78186e5c57d2f9de8b3de17726bc275a9f577f71a590cfab97f79a67b05d1dec387fadd383ec7ba70cf7dc688897b186bfcd740ad16610fa0db'::bytea),
(12, 1, '\x1d9e770d46cfdd084df7952f5777ed944e7794a96500c3828260e5fd80dd6a05'::bytea, '\x9286805b318b43fe350eb9978c8833cef7c1e31aa3a2b4a6858a263fea993b405104b41dc9d972bb8cd0b50958418d624a615a9d35ee1a2ad2e79d61d33179b2b5647e01eb05eaf6e5d6ea80f56a335b2cb437393c8ea88967ed8bf56c5d6f5d43377f03f6500e7ff5f2b5395fd6977fff206afa7b090e22803ae2d686b3374736'::bytea),
(13, 1, '\x20b440803cddebc1288f4b9137c2e926afd691d8dd8d636b519a0642cecd6b11'::bytea, '\x58a6ee0081ce14c90e54bb15ed2a8ab28fc1014f5304c13b26b594da76b32f993def0d311b5cc56f134a3a8fd934511db65591a47bfe6cafbf4a2f52bd6218'::bytea);
