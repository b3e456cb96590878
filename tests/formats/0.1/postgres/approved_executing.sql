-- request: 01a1fb67-1800-7831-a2a3-0a20495794a3
-- code: 22CNCT9PTGK426F71PK1BDE50177
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
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
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
(1, '01a1fb67-1800-7831-a2a3-0a20495794a3', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'running', 1795220100000, 1795220100000, 32);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x1ba20d6c0bd34e62b55eebd808c868aae1d51f9b33d2a17f721146fdc3d20018'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"awaiting_approval"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"approved","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119"}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":1}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":1}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":3}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x1ffcc3ecb0f7a3e5bfa66090273c1dd95789426ee7f3e092154f0b548026eefa6db8809ad237d4d8c74ac7335bfdc6f2cb83ae71b9f5b4837d7ac03a984aa0bbbc8b5009408ff8f1c6bd7b1ec0d7f4f61560a85798bfaf0b434a880f1dc07ba1ca30f70ce2798919958558ad15e7b6adf2389120f4b43444e79a199e09726f17c7fce211d59790c0880eba9bb6c93be9d4b8d92254cdabf33837b595ef5031e5011069adcb0c438157f588b449367951c03d3458b9154c29e7c805c050734c74dca5d855e7df67c7d3824513bbd740e3a9f2a2afa7326e0a4d531ae9b36ca79b542b3c0097baeeb3c1b41f70d73adf46be3dfcb998180cdad94b09bdd4a8b84eeb2c1683b0f0880a1152436f87451a8fff2ecbc164470b17a8ca03e152606c7691ff65b994aed77e0633570aab858eaea2682c878756b092d009e3f10bdcabed0a958938e74dd9dc8e7a9f11e4bd6b6d6cf88363ac3bf41a460312610967aed2004268b12266874a97262491c62a301fe5704b25f633ca955670ace2e6dd5f0872a79f'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 2),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'freed/addresses', 1),
(10, 1, 'kept/contracts', 1),
(11, 1, 'kept/invoices', 1),
(12, 1, 'others/visits/12', 1),
(13, 1, 'others/threads/10', 1);
SELECT setval('oubliette_note_sets_number_seq', 13);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\xdac77ca23003d98f91e39da1009d3fc8fbe3f4db0182093759fcff16a90eaa66'::bytea, '\x635d0f9671c603709637d07dd6f7184fa13f19c19d32d73e76c0185fcb51f070f5550ea0d7d5b739aa5cfca968077fa91f47bba508718784f628970b318a13'::bytea),
(1, 2, '\x7d32cdd9bf36503e975220bc2f5990b8d548bedf3d14bad8ca3ec5299fc3c2c4'::bytea, '\xf9477cfa047ce01b5b8a7da2b23410882fab16b4f043f4053ece7c8250c45b9fbd41b4b2e7db5db19610353332b1ed8180fddf1aff6019aa21ce9190d8caf7'::bytea),
(6, 1, '\x3a042ee53a18a0886931c363b16ca87fd4b568ef52a33e7f66e4531f6a7a5c2c'::bytea, '\x8b74c5114d4e4fb66bd5248e94d717eb3aea53f520757f616e09a5292fd500daf8712f0a9f4d53b3fe76176a34f22b578631569a42cd7c786c514c2d1964f6'::bytea),
(7, 1, '\xbc9ea432717c8ee493ca1564edb27a0ab14dd6b0b3d8fd9eb68d2929da4971c1'::bytea, '\xaf1fd4754efc7581cbe65f53d23f425b134ee2fa8e11c4814ee42fedf948e50d6412211cdaa8a7cfb9a67daefd78d33e978197fe9ff75a18bbfef3784643a837df9c8893a1d30fb9c631f70746'::bytea),
(7, 2, '\xc11d5900bd7b9eed0df3390613a51ce95e46165ba8862eef6f49f8562d93ee65'::bytea, '\x4c1c325d42272292dbf17375e4b97088a220df13ba8f4962047253d1c1731abcff04c6eaa7a87ad6f1d2bff3a634dbe18920e95dfc0960a32d0fc876b995ec6fbff37ca604028584a82eabf735'::bytea),
(8, 1, '\xcac46d60c68d58cddae74225a8fb83fd618d2e66433059838abf9a0e3d5c66c2'::bytea, '\x0099cabddc75302b830b19751321d31e7f2c7563d61b0d76e5a19d7f587e4f1f31d3b36eb2ce0d67f17e72846df9ed4fb51ca0a17f65b557729859c508d413'::bytea),
(8, 2, '\xa5859547d3b57b4cb76582230dd85214d0c6eab8e791a50590473c0098852855'::bytea, '\x6e3a3c9a5d27e56d091174de4a09448350b72806a62994d5e9046584b6c5ffcee092b096660ad292213bd53e3e29e2935b9a23343f64759518e59db1e302b5'::bytea),
(8, 3, '\x17b5add2e65455d498323a8b843b152e1265522ed77250c9c5c0cf8e51772f60'::bytea, '\xc920264bd9e196e5d82db939acbdaef0a4c977d48f28a9f4e838c844b366def4a7a51392b3a77a0f41286459af9d0901c6aa6b5fa7c95ead178a17738c07a6'::bytea),
(9, 1, '\xad053d94f2f79a2f6781aaef7a6e63d387c0a344760748720fbb461ce5bd9117'::bytea, '\x7df235ed5c719a3f405ed35cf7f0b6c918376da4623d0be6eadb22482a378a87e595c5d0c63682286d86623883f204cc4dba63c83a09bdd283d69faec52e36'::bytea),
(10, 1, '\x9505a8c92e95abab17f7643f688703e1d69a93a9b0102fc3a9ccbc36bbf61ab1'::bytea, '\x6522697d6538e16aeeef10d5e28df85b09af8f871ce9b1f1d4620fede253e71576b516139da0323ebd4050f2816630d8b25224c256d7a62b6f292669ba50ff564986bbb8a7395f77dd818771af311650d1671d1bf4722e689265b557a6cf5c'::bytea),
(11, 1, '\x8d3e635fdbb6e55a0d5c163b0736a4f01171ac8ca234bd99beb06ec3af150152'::bytea, '\x38b3178043f52286679f667b031fe7cd7703ff0e4b1b5a35d3419d1dd13134a3ff5cb5683d38cc5734b8facb70ff414316cd07af74f1615da0f169bd1cc4bd7d62067798ad35ce6bc42effbd4333feba60cef6cdd830e2a0fadc781147799365f6b731ae262137e4d91540f5a812a8ca25a4d6228f78ed45a66d529f5cdc0dee89'::bytea),
(12, 1, '\x5e8704da56c4c04e6c0c6457cd7bcf633fb496389b4b17edd56dc33d77c0efc3'::bytea, '\xd98d3df2df516b1a4c17895d6de15224eb2161afe1ce76e61ea485982945d1524fab990744c5dd5c17b4eb409b3ed4d712e4159313fee20d99b0887ecb8c39001e5a50a528e441c74a438d8c30d4d11d17e03b66b4'::bytea),
(13, 1, '\x83d27deb461ad02559df8ade62b551997ab4d891ab00d43df44521758d53c077'::bytea, '\xaf70bf02d3642c3b13949eb15e9a6a64e942861d1a13fe9561adf580ff980f1798acef026a5c4b9590575e33d14e62a33e864347a2858da136f74e0793609d'::bytea);
