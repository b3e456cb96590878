-- request: 01a1fb67-1800-7b28-8bef-38cc52b78aba
-- code: 6H6FACF7PKSB3ZGKJ52Z684F38M9
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
(9, 4, NULL, NULL, 'to nobody');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t3', NULL, NULL),
('t4', 2, NULL),
('t5', 3, NULL),
('t6', 4, NULL);
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, NULL, NULL, '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, NULL, 't6', '0.0.0.0', 'pseudonym-4yDc9TMvrka-Xv5AfqFyXg', 'called from [erased]');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, NULL, NULL),
(3, NULL, NULL),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', NULL, 3, '2025-03-01', '2025-03-02', NULL, 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, NULL, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-7b28-8bef-38cc52b78aba', '\x8c78a06f835b58f045d7c53a0d10b48e81b22d461652a15cf4b984ebea3dbd20'::bytea, 'running', 1795220100000, 1795220100000, 40);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x5183b784d578a4cdca35f9b2c09f460ec4e98b1eff628b43cf8c52ae7f4f030b'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":2,"until":"2029-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2029-06-30"}},{"records":2},{"records":1},{"records":2,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":2},{"records":2},{"records":1},{"records":1,"shells":2},{"records":2},{"records":2},{"records":0},{"records":1},{"records":2},{"records":1},{"records":2},{"records":0},{"records":2},{"records":4},{"records":3},{"records":1},{"records":0},{"records":2}],"identification":{"persons":3,"absent":[3],"found":2,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":2}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":2}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":2}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":1}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":2}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":2}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"erased","records":2}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"anonymized","records":2}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"absent","records":0}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"cleared","records":2}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x7cd48c34f1c6366fe0eb341c59a8b4e401216914cb477da182d6d8503cd44a630c6d2ada2abf8b8c897aa0be321bac544287775d5ead7619854b2b77b63991c98a2c50b211c632ac54fa885043434c8614407b91345e415adecb613a22a742f817b59a5a9b1ac034d47f609449cadc4e5314ea09e772fcb47bc4eabbed2fbebd19ab147c01e19d040dfc6f92a7583deaf755d1afa3dc52bd33fe7bac817c07a890f887b47cb92cdd7e6d0948131f974d0ca01c5639464e09e19f31f1fe41272e3b1a837150da52bcbda9832b273ebbe5ee2f350fbfa604c1132667f0c5a9f957bdcd5c7eb6cf66d7177be401636ff566cade8e0cf60a599c2dd8c4afede259d35959ba8bd225916cb3e7e216fa6bce4d0a54f19355975908cdd285c043cb1002116f61244ccdcebefe54c205e64671a447aa21027a38416a64e9ed0073c5f9300e2d32b3add312b708c05d92d0bbd677b94af2987ce05cbb239e593bdbcb936d3276ac3ef1672abe00afcd73f3eae845ad47f516bea28f72abc5309312d2ed3114bc2bf4ddf8bead80284caf544a738a640a3e5ed6bfaa0ef3056c6a1ce3cc29d2e8fcf195367efaeb874adce71dc7ec7c0a8329246c70f86a18d4b1dbac88184ae32c731be2bcd62a298c0c69b5df249e44561e6f46d2937ab6f752d159fb5c91669a49b22e6961903c8b21e46e9c1233a7cc8a0bcb62547ea9ad3bee0fdc50c954c0f022ff51fec7e0552065c8519808ae6b90ccca2b9c14084db28613c6583b72ce51a111596fc474764da5b3a191ff959811e2da1b4fe763b82dd7362d662b948df3fb009ef87a84a2536f7baefbf7b0ad427d628b65692ad5c53664208600eff1c0c5228d6e921ebb0b25ff5f37a7b75e7b23dbf096185dc39e8ce400b8e2b2a31badace448203332c90d17d42ecef97dd96677ccdf4b11a5565e725f35a813e118ebc92d9fb1883483ae31eb5cff3649b0804c84fdbe442846ce0ddce3a7a8b076c19d098e62bc5ad3788aa1dbe3ac62c5bc02c789c7613a17fa5a92b8ff707e03b608a2c855e26187f7b5421fbbf7b0f48d479bd85477c9076d4b4b2081a083cab530d741afaf6cd84237c5625a1f7ce610fad957412f8187e46785e80920bcfa4252ab72802b306e7f207838954f67316d1ff2287f92b16413367bf3075229224543c505b4c26aff13401aad40dd138919d3826982f01d76ec68e75567fa1a69966e11309cc15b39'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 3),
(6, 1, 'gone/contacts', 2),
(7, 1, 'gone/groups', 1),
(8, 1, 'gone/memberships', 3),
(9, 1, 'gone/threads', 4),
(10, 1, 'freed/addresses', 1),
(11, 1, 'freed/groups', 1),
(12, 1, 'kept/contracts', 2),
(13, 1, 'kept/invoices', 2),
(14, 1, 'others/visits/12', 1),
(15, 1, 'others/threads/10', 2);
SELECT setval('oubliette_note_sets_number_seq', 15);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\x924e75ff28d5213ca0ca6638a253b456eff2f19b1411758997892cbdda931701'::bytea, '\x4d07b68e64410189ef14e24304c3d462d23f2f2e9338dfb6e43737f4a2266adeca285972e6eeae77606060305e3176ad4073c7ee92e8fc1eb8a27afec0b4b2'::bytea),
(1, 2, '\xc51f22fe2f1b2b8c3a32dcf8f65b015c858d83604d633e67f223dee15d4eef35'::bytea, '\x8c512d8154bfa40e0dd4882bd16d7cf55824dadbd612ff42f049280bacbc4bf03ac9a7a85b1a92cb91f9799901ff0f3a0566f546ad028fbd48fb255aff05b1'::bytea),
(1, 3, '\x46105133811869da521ff3d09da266f102f3d6f143d1c1882a1608e9645bc49d'::bytea, '\xa78a92e6ccde0453fb013ee17d50d17d9cb16bfc8bc86cd87ac540d9c18c63b5815586e275c02c12899adb1a5e1ad6fbbd1ad502f192306b74a8b01c9fc848'::bytea),
(6, 1, '\xa01798b0fd4852ec908d057dff556d486304d85c1e5a7996546098b4769726e9'::bytea, '\x6e10d566be6abf3476ca307102d9b983b7222cdbf35924f010e7add7c27747a8755ef5630cc083b3f1a3f8f3f1b15d1a3a0f44f881238071e9bbc5c3ceb4d4'::bytea),
(6, 2, '\x1d2446e6551798951e6168ad5a4358fa2e44b5ef4c89bce237eb1443b131e394'::bytea, '\xd46d827e9d87ac9877d778fca2c72a5aeb11f41e3cd353c717c26b6a6a4f1191c4a75eeb356aebbe86a97222f345ceda49836bee225c7939e5fed112abcffb'::bytea),
(7, 1, '\xac2d9d9ba43c6b1a60060e76e9b4de99f1d90d97a1fa36bc991cfcc5f14ef5bd'::bytea, '\x0b40885b3402e9802ab8cbd72640a04f3ca9ec4cd975c7ae3c70a5b3d3e0c82a22a6ad9c093c08ff1f22cb2c20d785e3397bee01521d4e6e6e66b112455a8d'::bytea),
(8, 1, '\x2526846a4e2f44bd69a36d946330465bfcc74eedcfe9dbf4d860bb45342f95f4'::bytea, '\x77e508ff40c7114ee92018d2f30996685a7300a2e9b70198ef597d85e67a8f7fb23ccd9f056780f5d397b89c70ee63b1c33bc0c7082b937d93fcfd4b90d40c810c8d2035ad66031cc5cde66df2'::bytea),
(8, 2, '\x9cfdef0415bd0f766d0c12f82508aa3501a83866371479e3feba11dc86240ebd'::bytea, '\x35ba83aba14ed70ec62f20b4dceeec30d368ebc5916c318eada1c15cd2b62c994e2dbbb5149967f0ebb529d907f9a93338530529e01c706438e55b682d93e8cc3174f20545b1f9d85e73805a02'::bytea),
(8, 3, '\x297655c05a082d3817fd9de6d6874443b4cfb261a0da9323e2aabc793fe89626'::bytea, '\x4de13c02bdf6972ca4b94fe9c519a3f4d10892efe82758cc4cd57d0f2f6331b826c75f1bb1fd7107d2fbe18442e5e6123299dee5a6849754609327109f13a426b7874d79d4363d7cd8b4213d39'::bytea),
(9, 1, '\xaeccd450c2596671179fc5c93122606de5059391fc2bdab87ba881f08b934099'::bytea, '\x4e2c0c87cd088ac64810957e7c655b4aa48b9298257130661bb5c8ca44c7d6cbdee080d9dc1edf8852238884c87d5caec6514f66d6ae093f8f7ae5b86e1c84'::bytea),
(9, 2, '\x51c0fba3409f2f8726f1dd032a0d7bb9499d719976db0842ca6099680b54a45f'::bytea, '\xb245966e90702fcc5c424e98902c7cd242f8b5dabe145c45165ee2d2edd0ca43146d8f75d6d76e2505fd457cab3ba17531dd5ae6966b407ae797ab21c3fbb3'::bytea),
(9, 3, '\xac36f0f0a2e73b4644decb5e3a1ef4123765fa3e0a3ec1177909759524d1f6a7'::bytea, '\x5f25afc6dd9b3efec7526ba4f721a8d53c5d788606a11c36e2d81fa6a16dfdf3e0b6b3618d2d3dc20fcbe36b75e63dbd3b090f23cca117f5c0a2e25860d001'::bytea),
(9, 4, '\x7c32febe2a0ded7acee601f2b81f9803f9f3f47111767c5703c66df3a25d162d'::bytea, '\xb44131267a0211934dc905f6e04be14758c706a8a1fce06d86bb344bb30ac8022a67a741fd19ec7833828d7433adf2486a8efcbadb32f177f23340a8d379d5'::bytea),
(10, 1, '\x3ac3f8b604fdba051151077a0c8c7f37f8af5af5781ccffe129c3c5174407ba7'::bytea, '\x4d20fb719dd9c5229ab233c94ea63826bf7641f5f2443cf8c11cf9b1436d4fdaf2d5d0a705319ac1b29fb5e010c318526021d486eeefae5ad5f0b79235eb9a'::bytea),
(11, 1, '\x52ca8326e1557ee20a3682fed7c4ff4bceda3bfeb0df80db07042c2eb4f29c5d'::bytea, '\x94faac64b95b80cdf484a4e285dc72774d70ac1c5a02d335491154714c4549929be012c80041949da028645e53b38e6fe9baa05d0116253eaa3844eb76ee80'::bytea),
(12, 1, '\xdddf929f0c4ae717cfeaa6a7509de6887fc3a62fb94a590e85432ecdc0e5be2e'::bytea, '\x632ccc58ec2efacba636cf2dbfe2912119d4205e8a5860c65b9eeb5537c06d840aaab89e2f543cce7cd11a18630c5366cdc37fbe1d5e063b3529449fcf6852e1b65708117d4958bc3131a1bc8f16b26e96f5616f46d77e38ff07ef85d898a7'::bytea),
(12, 2, '\x0db071580a084d5e1e1847c532d267cf20526f1f8e3eccc57ad8a134cb2214d3'::bytea, '\xd9278459018a233efdedfb5ad359e1c2243a05fb274d94f7d160971267ca9ef0e25228020e26e2e8c34d82c02613cafdec4f8a0d5eb756515b43514b609fe33b2d7a186892a93f25fe6f430fd22395f72e59306784db948d11971d4feed192'::bytea),
(13, 1, '\x5dd9244dd6769476ddb5ce85a18d346cfe49f8bce4f1d43597637565f5a39248'::bytea, '\xf9b0b613fddb16e26b2f24e01e3bc725a2485129380b39a5da1dd57c52058c2fc1eb55a9e2bb8c5277e88cef44b99a1caeb1cf8fa980bed5b03d2190b8e08ab04dfe3c8e78fee2846a7fb9aab63b07a62eee85b3c595907dcae3fd8449a35d3540f2cc0f5991555159cbc19ef5fbec9b5f3d9e46b0ef1ababe60c720217f527819'::bytea),
(13, 2, '\x01473180bc064313fe3073931d8aafd4157a5cc565df76274ba010a688694ac7'::bytea, '\xd78ca52e1d30ed5c0b1746f9ccee6cc1f3c1abed426f356103e4894ecc7c796d978a7fa1f06776eb3d2629b2a07083542b698a69d841d09a2d9f5640fe17c569348ebb8a06365ef65ad242892da59585dfa32fbbee604bc6338857da3a274bc89fcba51221fecd0b7ad959bf179e11971575aadb3a4cc6962da476434bb81f9c63'::bytea),
(14, 1, '\x77793eecc6455f2102a5477ed3f796c643a35e2448b8f55c018936ef7701efe5'::bytea, '\xf5934f14fe17cd0f7abfb0674e616d5e60c2464be22533b7cf65be0abaf30a407895bd9b90d8268fe95e97e32690ab213f80cacc3891707a8e128bdc743b557dab3b94bb176d0f7e68d4ecd69258b5fd2ec735c70d'::bytea),
(15, 1, '\xcd347dc09cc2ccc4293ba4157c13ca1171a49f8fd4256349f3df330f9ab6bfad'::bytea, '\x9d0333fe0894b37507eea0f417fb480c1a7d2ee7397386c9e772f65815ed32b892d0a6836074221b0b0ad5636773c30701245bac5318296fc3aec2d4e6e499'::bytea),
(15, 2, '\x86a10e4a137f243272b157cbdcc0b7aa41e28b7bec2965fde2c838a96564b690'::bytea, '\x4d7260886001d5b99c7dd8eb05ba1ee904d0b9733d3714fd14d3f160a5edfdbaf9f1cd8048df2778b9a401fdf9c3864b075130dbec7fc71577bb7f41e5e662'::bytea);
