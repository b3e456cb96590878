-- request: 01a1fb67-1800-7b65-8a3b-9138591e880d
-- code: 5PK4J902RM15KQYZ9D4ZN1ZH2TGW
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
(1, NULL, 2, NULL, 'to Ben'),
(2, NULL, 4, NULL, 'to herself'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, NULL, 3, NULL, 'to Chi'),
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
(1, NULL, NULL),
(2, NULL, NULL),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-7b65-8a3b-9138591e880d', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'running', 1795220100000, 1795220100000, 24);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x24fc3f7ab4d80509a27ec522cf480a5ac87c543c9dd6dc3a5dd8e7c8941caf81'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"97fd9bb1319b2f8da33a06fbe99ddb4925440c383569ff96a77b6195325ddc3a","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"leave records of `invoices` as they are: a legal hold suspends their erasure","reason":{"category":"billing","ground":"legal_hold","citation":"Case 7/2026","until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"contacts","action":"anonymize","words":"empty records of `contacts` that something which stays still points to: mask `email`, `fb_user`, `full_name`, `phone`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":2},{"records":0,"shells":2},{"records":2},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":0,"shells":1},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"on_hold","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"absent","records":0}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"anonymized","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"cleared","records":3}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"absent","records":0}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"cleared","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xce4aee0c1c3210bb2f30ffb821179298ff18acbdd4c9ece10c1ed6f15c36e769b2699f943e2014b7baa6481066690f83a1639ef61256f809d5e3244e931952cdf195bcdb8e67b54435fa77643cac6637ddf30cdb651c40575072e602ea2ee9055102cfb9754becbb70ebbe888b5ffb52136081f642e33bf25532bf9d65ff618cd026a21b281c4db1c87ce7ef88912ae69777dfdc47208c315a9ff3282f0608ea34590bb25eee34d6753db0eccc054b30388e8df395368daf1ea96b9c47b2aba4c0e9313609aa3c0a52672327736bc04ff4ab05831ab8961f6f52f394058dc642e76a7cb7f5fd86efd290995ab715387ab7eeb079466ccc3cfb5240c0f0ff1c74a5c3d64ef0640e5d803f18ce053a7b233f0362932805c91c23e6b5b8382a71d4b1bc3eee0ad8d72484a9c421dd4991ab68078360309bb47cb68646933f29f4c1bee63d32e8324375cc6983f5e25bd7236c6acccf487c2c6ba914c4cb5efc2ba23633d6be1a32fc572d610eb3ebd21041228f87643feeac1de03425ae7e657a1b1763da'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 2),
(2, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'kept/contracts', 1),
(10, 1, 'others/visits/12', 1),
(11, 1, 'others/threads/10', 1);
SELECT setval('oubliette_note_sets_number_seq', 11);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\x83e5e8dfc8b6093a509768a71fb363695f4cb67bc9a5bea2c005f96ff58cd8e3'::bytea, '\x8e965e8f10b2d5a0dd9d5ebbb9b904cba7226fbfc86283af968076fa566662d74029080ddd256d0f5a47270d994959a38468a7235d291df6678fb75fb2cb7e'::bytea),
(1, 2, '\x69d53e291b397f5c7b2cffff51406dccf7810241bf0e26fb5be578452e1adc00'::bytea, '\xb802eb32a9180012b726d61f62c8faacb895b7787dc15164165070ac6e9f057c820e3e5d47e2943fd8f8161ef507aac7cd0e35383c2bf3164bf6ee5b8909fc'::bytea),
(2, 1, '\xb5d8bf5d69d644f73ace205fd45eef9b626e9b4d55ce32009fc6b831909811f5'::bytea, '\x6cf2983bd4446a9ce1bc70d4bfd2598780165903f1bbc3a56822bfca8cc2061dc9c3bae4be2c18b3058e8e8a7ae35e0f2a29e7f7485161fcddc5e3aec7e081'::bytea),
(7, 1, '\x8c816a9695c59a3a0cfd818fbf3aae151144c10100d5fac70dd2b50fc9dd98bf'::bytea, '\xa6957cfcf17a8883a2ab97ba44d80a47b5a13d350034eb404297ccf5720dcc317a9a97a01a823d7d49d4cbda908b3251d3d742a3802903f515056d7e30f7debbe30606ce1ed9d165f1e95fae36'::bytea),
(7, 2, '\xaf2ac08084fe81bc539432bf5673c6a9fdfac198bdd168ba798a1bafe94a3a74'::bytea, '\x74d87e4cea138457ba5f7f32ea19cdaae6a057f97c11884cc60e80a7931219d659c31d9ed75b5096039bfe49a54debd09a7d55ad053360503fdf87c3f4923cac597ada60ede7e834fabc941622'::bytea),
(8, 1, '\xda0455d758fc2024bbe28e6c85aa619b0448a2f2d088f707c82a8c5124c31a84'::bytea, '\xc7132d11e20eb59438994d92157aa0beb055db19feb57a8954e4a5d66c1eebec9c27f2b779a06626eb265f6e619d4d1aef07dff0352ad8cbba0dace57be107'::bytea),
(8, 2, '\x71a573562121455a71fb1b785947965bace2cf759690de79626198bc4086063e'::bytea, '\x0dcd595885064132571e84c810e4f1e2f4aa8a4cfa2aa72e769b96d41b9fea5677f5923e660975ed129ed87fe5b485ca77ab9e59addfb91bc921f50ff73824'::bytea),
(8, 3, '\x3ff939e88560d8eac3016694809624b924d67ed97ec63f4a4152416e9d9f1be1'::bytea, '\xeb7910c5ed5b9e193c4bd1951d9627fd9fe5a4fedcfdabb2bbe7b8e1350ff47640253fb943831c64c15f0255ee4da4c419f18ad788ab73ce9b52af3464f21d'::bytea),
(9, 1, '\x84073ca07ea1926c1e06b8431f745ad07d8b8000c07269ba4ed05fb16ebd4fc3'::bytea, '\x5e68f78860344040fac811acda6061f26b7c96711cdcf1d07233c5fc0f98ab89e05af1380b226bff2a8443229a9c97f1c0a62ad29084fef924aca807ba6c07f3812f7bbf23d0c64fabf351234b08690054f3a8bba8d320dbd584b2e703b5d4'::bytea),
(10, 1, '\x3f2fa01ba252b105f67570df3081dd95423b342fc3d5a9aa0b68845a18f852b4'::bytea, '\xc3e7d82052a516c966d233d7b75fde5382296be1fe024cf3702191ce758666614bc213683293777a19f76b664916eaeb69ba4b3ba1b785272c7d00124f1be18e201c6b8bb6316b5a1903d8c0b68dfc297c39f57629'::bytea),
(11, 1, '\xeb7f9e9c022183ba9468040306486bcc252ebdacc35913ab23f6f472b65e13a9'::bytea, '\xefb1847f4a4cced47e59f47837218da786c4c30c96d559d26f2a3ee00152cd608d1426dd5e41cbe6fc6c04805b19863ba269643160bfb02654b1ed5703937f'::bytea);
