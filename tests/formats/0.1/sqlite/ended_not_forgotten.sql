-- request: 01a1fb67-1800-7b78-8df2-d00eae6101b4
-- code: 6PPAJRH8AERNSVFJVG52Y7QEBK8Y
-- at: 2026-12-03T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (id, title) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (contact_id, group_id) VALUES
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
('t4', 2, NULL),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, NULL, NULL, '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
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
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7b78-8df2-d00eae6101b4', X'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'completed_with_retention', 1796256000000, 1796256900000, 52);
INSERT INTO oubliette_codes (code, request) VALUES
(X'596CCF190ADACA81E6624EC5A8B42FAC336668BB9FE869C341D6C80F5BF75CA3', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":1}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":1}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":1}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":3}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"absent","records":0}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"anonymized","records":1}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"absent","records":0}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"cleared","records":1}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}'),
(1, 40, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":17,"outcome":"erased","records":3}'),
(1, 41, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":18}'),
(1, 42, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":18,"outcome":"erased","records":2}'),
(1, 43, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":19}'),
(1, 44, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":19,"outcome":"absent","records":0}'),
(1, 45, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":20}'),
(1, 46, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":20,"outcome":"absent","records":0}'),
(1, 47, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":21}'),
(1, 48, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":21,"outcome":"erased","records":1}'),
(1, 49, '{"at":"2026-11-21T00:00:00Z","event":"executed","backups_gone_at":"2026-12-01T00:00:00Z","still_holding":{}}'),
(1, 50, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"awaiting_backups"}'),
(1, 51, '{"at":"2026-12-03T00:00:00Z","event":"state","to":"completed_with_retention"}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'8B59A3D878D4A8718BFE5FB2738C97794AC1F59C7FC3171C1841ADA78187E91E86D59CDB77EBF7F486647B471E259B047770D991936AA00B0770AA5E870B94D52E7CFB2B11F9DEF69D53729C2B5D29F7FD073C1C155C3C410BB7C941B2B9022AB23FE8400C0CD193FD8D83E37D3A0EC40A1E947831167DA91F71A06778AFF6556E7C6FBF8C9B7689D3F5F6A1A9641A56E70BFA0E6EA4E50A42B1EA8A18A32828511AFE89C29D5869A281B927F550C276DFBE1E22013DB18F1CF646C2DC582BAC1FA7821AFE19E28EF7A294BA4B93E88D9CB7C8D0220726782E065E68781662087D1D15EF27650530633C5D7B6E025C355A68245C88FA277180C3261747FEF154802A91363D22F50489B6ABC837B650DDB141880A21F482BFAD3D9B04F86046F67ECC5565ECEC29B03450B59881F27F7BC62D6AB0DA18C8538D15B3C22F7C64C36AC253C4ED4FDEFA285367F1FCCFFF02A6423FB4E0C5F275360A6CED7D2C3A1DCB3D589C952D9E7A12B76BD975E41917CCA2F23A378AA466D28BAA8F4311649904323C');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 2),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'freed/addresses', 1),
(10, 1, 'kept/contracts', 1),
(11, 1, 'kept/invoices', 1),
(12, 1, 'others/visits/12', 1),
(13, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'8852C7E273AFF113A389E5512E9BC2E2BC0C109A6F6A543EC777CDDB81F7B691', X'5F95C34B260C0DB7DAC9BE16FF6B9B73D7574B8AC074F55F69A577DB0E8FEA0ACCE782459850559BC00FD3F6BE2548E63469DA8E3FAB1ABCC2B8D8FF6D1E20'),
(1, 2, X'6B568DEFBCD65E8C1FF0A28BB5B6B454F7E849ED00AE9E77C9DD339FD1B10C1E', X'72406ACEEC2290259E9C160D029B4F1E47A743A686DC54AAB1E6EA19E3FF69A5307694C2716937E88F97A5F6B9855A0E302244470C31609E441E7913687E49'),
(6, 1, X'F67AB54D55A10E3D016D1EC9E83A00027F50846F6D6888F7F627F484E568A129', X'8D7E98EBF445336553798E9136310B280EC2C260B09B24B545DC9E3BD8DE6B4DEB895787159412A4E11A35B5A62A1A887817BB6CDB708DE7DC66C817F25E3A'),
(7, 1, X'61FD9B332EDC72BA38BC022B8E4A933657EA0D4C63E358631604D5D7EE01C74E', X'48DB2CAD394C3693BAFAF7B8CB4ECD7BC97ED74D831E5A14943DE4F2C14951104AA8F0AD0472DAE07446CF22E29AED2204D69BEC62949F2F1FF64C355AB628C347C91D3F77518B2FE2C03FBB92'),
(7, 2, X'4B08FD6BE29984C9D3007940E60280ED415CADB0858819734CDC072E04F5B366', X'D52A3CF7A6D195D068E7E2F52E822998DFC8BCAAE016D740D70E152776D9228CCE3152B8689E143B4A3E25BBDFCB24F77372060AFE40202FE21672CD919BB32FD190BB779E1A5A2E7B2F22D8F8'),
(8, 1, X'5D89D15EA7A666D4E07F2A50D983468500AF20FEECC2218AB8766D2D66843186', X'B6A07DB0F003168D50383DE511420A87D3DE78F93E37874E0B40FE43B67415EB28AFCF7604A864366716F6C994B9005B5FFA9E04B90482DFD25F06D59CA2EE'),
(8, 2, X'C8C73559A0E3448CC05B183EDE017819C654BCC848B852DC1AFACBD6B75382DB', X'5FDA54FAC66AC7CA2CACD89B21E5F4A2871A7F475AD12C0835960FDB61C4A9183B93D504AB4DB67ED5B9110CF7EA45FB0EA8CD116AC7E3443AE0A5FD1D0495'),
(8, 3, X'DC2E11DCE1D1C082CA8FD822E9F79E428626EAC63E50691E8B80A0D8E3DDFD24', X'079F2F023199A65D07BFC158BAD99D23D4EF74B4046E3ADD1D7252932FB3D21AD6DAE75C44A61C2A77EBB0B5358360EC8CEA94ED348F5A637D6EF640149F9D'),
(9, 1, X'3E0D0609968E0AD03C6318F1935555C99A8FCCF53B62CA6102F175E5D769631B', X'82AF6A978536DF4CD76CB46D1CB93912009DFC54F6C20316FCABF7CAFADEFCDC9805FEDD564B1950FF147D758FBAEFFB011D16F4A4E5BA8AC7057F12413892'),
(10, 1, X'60A472FB1C465D7545BB019C243DBF0065A679BCDC139ABDC57EED82B6DC674C', X'77BC0FDA49036010E830C3AB0BDB88B85E7AFB05AE5B0FCBB3A3B7FBC1795988C5CE63745AC8B6AA70D36F70F221194FD931A6AF36E7459BDCF17B4978CCD52F7552DE4D69EFB487D6D310DB65EB5BEE8E32B4679D429FDC13671BF92D1129'),
(11, 1, X'FC5C97AAF3116CE5B5E9DCB61822AB8AB3664AEA184F2E3BD6E9CC3E9F1ABBDF', X'0467213128D8D20149012A531421CD7A43A3852F659D8DA8F8BD96C5EBC995867964664F6C94E2723E460750ADE602E7490DEAB7CF821F52B195A8B2D6D7D2338B7664D02FD040207A0CE81D75217DE5417629C90E188DE5DED1CAA119F35EB8F854A4B8C592258C5E8B1B6549A54D198C8A699CD9E5DC3A0594863B125C51D6A9'),
(12, 1, X'4E2E552AECD5FF3AAED3126F3CA7D4320A74FFF2F5702B1333F5DDFA02B0CDEF', X'0E55896B2EA03C0674F42749F83946DDC9C58E01A8910219134D831BC30E85BD5DEE8BD360428B629C092E104C189565445F4F933A055633CB545018D3E28B22A584A43D7E6187C4D9CC8E8F41A0554911766347F4'),
(13, 1, X'D4499CE1443F332EB6AE63289F5FE9A51D4842BA62D509EFF3D68C52C87F76FB', X'1BA434ABDC6D0FC199B001BC81A5582D0ABE8A57704AE8FCEEE06AEF88AB19A5E859B3582C9D5930AC61ECCF7CC5FD866BA324618BE92FC03702ABE97CCA24');
