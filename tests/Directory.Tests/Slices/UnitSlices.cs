using System.Net;
using DanVan.Directory.Client;

namespace DanVan.Directory.Tests.Slices;

[Collection("directory")]
public class UnitSlices(DirectoryRunning directory)
{
    [Fact]
    public async Task The_root_unit_is_there_from_the_start()
    {
        var (status, root) = await directory.Root.Get($"/api/v1/units/{RootUnit.Id}?asOf=1975-04-30");
        Assert.Equal(200, status);
        Assert.Equal("Trung ương", root.Text("fullName"));
        Assert.Equal("CENTRAL", root.Text("kind"));
    }

    [Fact]
    public async Task A_unit_is_called_what_it_was_called_on_the_day()
    {
        var unit = await directory.Province("11", "Cũ");
        var (status, renamed) = await directory.Root.Post(
            $"/api/v1/units/{unit.Id()}/renaming",
            new
            {
                on = "2020-01-01",
                name = "Mới",
                fullName = "Tỉnh Mới",
                legalBasis = "NQ 2/TEST",
            }
        );
        Assert.Equal(200, status);
        Assert.Equal("Mới", renamed.Text("name"));
        Assert.Equal("Cũ", (await directory.Root.Get($"/api/v1/units/{unit.Id()}?asOf=2019-12-31")).Body.Text("name"));
        Assert.Equal("Mới", (await directory.Root.Get($"/api/v1/units/{unit.Id()}?asOf=2020-01-01")).Body.Text("name"));
        Assert.Equal(404, (await directory.Root.Get($"/api/v1/units/{unit.Id()}?asOf=2003-12-31")).Status);
        var history = (await directory.Root.Get($"/api/v1/units/{unit.Id()}/history")).Body;
        Assert.Equal(2, history.GetProperty("periods").GetArrayLength());
        Assert.Equal(2, history.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_merger_closes_a_code_passes_on_the_other_and_can_be_followed_both_ways()
    {
        var (one, other) = (await directory.Province("12", "Một"), await directory.Province("14", "Hai"));
        var board = await directory.Create("MASS_MOBILIZATION_BOARD", other.Id(), "Ban Dân vận");
        var (status, merged) = await directory.Root.Post(
            "/api/v1/units/mergers",
            new
            {
                predecessors = new[] { one.Id(), other.Id() },
                on = "2025-07-01",
                name = "Hai",
                fullName = "Tỉnh Hai",
                kind = "PROVINCE",
                parentId = RootUnit.Id,
                code = "12",
                legalBasis = "NQ 202/2025/QH15",
            }
        );
        Assert.Equal(201, status);
        Assert.Equal(one.Id(), (await ByCode("12", "2022-12-29")).Id());
        Assert.Equal(merged.Id(), (await ByCode("12", "2025-07-01")).Id());
        var (_, successors) = await directory.Root.Get($"/api/v1/units/{other.Id()}/successors?asOf=2026-01-01");
        Assert.Equal(merged.Id(), Assert.Single(successors.EnumerateArray()).Id());
        var (_, predecessors) = await directory.Root.Get($"/api/v1/units/{merged.Id()}/predecessors?asOf=2022-12-29");
        Assert.Equal(2, predecessors.GetArrayLength());
        Assert.Equal(
            merged.Id().ToString(),
            (await directory.Root.Get($"/api/v1/units/{board.Id()}?asOf=2025-07-01")).Body.Text("parentId")
        );
        var again = await directory.Root.Post("/api/v1/units", DirectoryRunning.Unit("PROVINCE", RootUnit.Id, "Ba", "14", "2026-01-01"));
        Assert.Equal((409, "units.code-closed"), (again.Status, again.Body.Text("code")));
    }

    [Fact]
    public async Task Subtree_children_and_ancestors_are_those_of_the_day()
    {
        var province = await directory.Province("15", "Cây");
        var commune = await directory.Create("COMMUNE", province.Id(), "Cành", "15001");
        var body = await directory.Create("PARTY_COMMITTEE", commune.Id(), "Đảng ủy", from: "2020-01-01");
        Assert.Equal(3, Items(await directory.Root.Get($"/api/v1/units/{province.Id()}/subtree")));
        Assert.Equal(2, Items(await directory.Root.Get($"/api/v1/units/{province.Id()}/subtree?asOf=2019-12-31")));
        Assert.Equal(1, Items(await directory.Root.Get($"/api/v1/units/{province.Id()}/children")));
        Assert.Equal(2, Items(await directory.Root.Get($"/api/v1/units/{province.Id()}/subtree?level=COMMUNE")));
        var (_, line) = await directory.Root.Get($"/api/v1/units/{body.Id()}/ancestors");
        Assert.Equal([commune.Id(), province.Id(), RootUnit.Id], line.EnumerateArray().Select(unit => unit.Id()));
    }

    [Fact]
    public async Task A_name_is_found_without_case_tones_and_d_with_a_stroke()
    {
        var unit = await directory.Province("17", "Đắk Hoà Thử");
        foreach (var text in new[] { "dak hoa thu", "ĐẮK HÒA", "đăk hoà" })
        {
            var (status, found) = await directory.Root.Get($"/api/v1/units/search?name={Uri.EscapeDataString(text)}");
            Assert.Equal(200, status);
            Assert.Contains(unit.Id(), found.EnumerateArray().Select(candidate => candidate.Id()));
        }
        Assert.Equal(0, (await directory.Root.Get("/api/v1/units/search?name=%25")).Body.GetArrayLength());
    }

    [Fact]
    public async Task The_tree_is_cacheable_until_a_unit_changes()
    {
        using var first = await directory.Root.GetAsync("/api/v1/units/tree");
        var tag = first.Headers.ETag!;
        Assert.Equal(HttpStatusCode.NotModified, await Again(tag));
        await directory.Province("19", "Sau");
        Assert.Equal(HttpStatusCode.OK, await Again(tag));

        async Task<HttpStatusCode> Again(System.Net.Http.Headers.EntityTagHeaderValue known)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/units/tree") { Headers = { IfNoneMatch = { known } } };
            using var answer = await directory.Root.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_change_of_a_version_that_was_not_read_is_refused()
    {
        var unit = await directory.Province("20", "Cũ");
        var client = directory.Root;
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"7\"");
        var body = new
        {
            on = "2020-01-01",
            name = "Mới",
            fullName = "Tỉnh Mới",
            legalBasis = "NQ 2/TEST",
        };
        Assert.Equal(412, (await client.Post($"/api/v1/units/{unit.Id()}/renaming", body)).Status);
    }

    [Fact]
    public async Task The_same_creation_sent_twice_under_one_key_is_done_once()
    {
        var client = directory.Root;
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = DirectoryRunning.Unit("PROVINCE", RootUnit.Id, "Một lần", "22");
        var (first, second) = (await client.Post("/api/v1/units", body), await client.Post("/api/v1/units", body));
        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.Equal(first.Body.Id(), second.Body.Id());
    }

    [Fact]
    public async Task Twenty_creations_with_one_code_at_once_make_one_unit()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(_ => directory.Root.Post("/api/v1/units", DirectoryRunning.Unit("PROVINCE", RootUnit.Id, "Đua", "24")))
        );
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal("units.code-in-use", answer.Body.Text("code")));
    }

    [Fact]
    public async Task A_unit_with_units_below_is_not_abolished()
    {
        var province = await directory.Province("25", "Mẹ");
        await directory.Create("PARTY_COMMITTEE", province.Id(), "Tỉnh ủy");
        var (status, problem) = await directory.Root.Post(
            $"/api/v1/units/{province.Id()}/abolition",
            new { on = "2025-01-01", legalBasis = "NQ 1/TEST" }
        );
        Assert.Equal((409, "units.has-units-below"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task A_cycle_is_refused()
    {
        var province = await directory.Province("26", "Vòng");
        var body = await directory.Create("PARTY_COMMITTEE", province.Id(), "Tỉnh ủy");
        var office = await directory.Create("DEPARTMENT", body.Id(), "Văn phòng");
        var (status, problem) = await directory.Root.Post(
            $"/api/v1/units/{body.Id()}/move",
            new
            {
                on = "2020-01-01",
                parentId = office.Id(),
                legalBasis = "NQ 1/TEST",
            }
        );
        Assert.Equal((409, "units.cycle"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task A_commune_becomes_a_ward_with_its_code_and_identity()
    {
        var province = await directory.Province("63", "Trạng thái");
        var commune = await directory.Create("COMMUNE", province.Id(), "Phố", "63001");
        var body = new
        {
            on = "2026-04-30",
            kind = "WARD",
            fullName = "Phường Phố",
            legalBasis = "NQ 237/NQ-UBTVQH16",
        };
        var (status, ward) = await directory.Root.Post($"/api/v1/units/{commune.Id()}/status-change", body);
        Assert.Equal(200, status);
        Assert.Equal(
            ("WARD", "Phường Phố", "Phố", "63001"),
            (ward.Text("kind"), ward.Text("fullName"), ward.Text("name"), ward.Text("code"))
        );
        Assert.Equal("STATUS_CHANGE", ward.Text("change"));
        Assert.Equal("COMMUNE", (await directory.Root.Get($"/api/v1/units/{commune.Id()}?asOf=2026-04-29")).Body.Text("kind"));
        Assert.Equal(
            "units.other-level",
            await Refused($"/api/v1/units/{commune.Id()}/status-change", body with { on = "2027-01-01", kind = "PROVINCE" })
        );
    }

    [Fact]
    public async Task A_split_is_followed_both_ways_between_two_days()
    {
        var old = await directory.Province("62", "Chia");
        var (left, right) = (
            await directory.Create("COMMUNE", old.Id(), "Trái", "62001"),
            await directory.Create("COMMUNE", old.Id(), "Phải", "62002")
        );
        var part = (string name, string code, Guid unit, decimal share) =>
            new
            {
                name,
                fullName = $"Tỉnh {name}",
                kind = "PROVINCE",
                code,
                share,
                units = new[] { unit },
            };
        var parts = new[] { part("Trái", "62", left.Id(), 0.75m), part("Phải", "67", right.Id(), 0.25m) };
        var body = new
        {
            on = "2010-01-01",
            livesOn = false,
            parts,
            legalBasis = "NQ 22/2003/QH11",
        };
        Assert.Equal(
            "units.not-given",
            await Refused(
                $"/api/v1/units/{old.Id()}/split",
                body with
                {
                    parts = [parts[0], part("Phải", "67", left.Id(), 0.25m) with { units = [] }],
                }
            )
        );
        var (status, made) = await directory.Root.Post($"/api/v1/units/{old.Id()}/split", body);
        Assert.Equal(200, status);
        Assert.Equal(["62", "67"], made.EnumerateArray().Select(unit => unit.Text("code")));
        Assert.Equal(2, await Following($"{old.Id()}/successors?from=2005-01-01&asOf=2020-01-01"));
        Assert.Equal(1, await Following($"{old.Id()}/successors?from=2005-01-01&asOf=2009-12-31"));
        Assert.Equal(1, await Following($"{made[1].Id()}/predecessors?asOf=2005-01-01&to=2020-01-01"));
        Assert.Equal(1, await Following($"{made[1].Id()}/predecessors?asOf=2015-01-01&to=2020-01-01"));
        var history = (await directory.Root.Get($"/api/v1/units/{made[1].Id()}/history")).Body;
        Assert.Equal(0.25m, history.GetProperty("predecessors")[0].GetProperty("share").GetDecimal());
        Assert.Equal(made[1].Id().ToString(), (await directory.Root.Get($"/api/v1/units/{right.Id()}")).Body.Text("parentId"));

        async Task<int> Following(string address) => (await directory.Root.Get($"/api/v1/units/{address}")).Body.GetArrayLength();
    }

    [Fact]
    public async Task What_came_to_a_unit_is_no_part_of_what_it_had_given_away_before()
    {
        var (giver, gone) = (await directory.Province("41", "Cho"), await directory.Province("43", "Mất"));
        var cut = new
        {
            on = "2010-01-01",
            livesOn = true,
            parts = new[]
            {
                new
                {
                    name = "Phần",
                    fullName = "Tỉnh Phần",
                    kind = "PROVINCE",
                },
            },
            legalBasis = "NQ 1/TEST",
        };
        Assert.Equal(200, (await directory.Root.Post($"/api/v1/units/{giver.Id()}/split", cut)).Status);
        await directory.Root.Post($"/api/v1/units/{gone.Id()}/abolition", new { on = "2020-01-01", legalBasis = "NQ 2/TEST" });
        Assert.Equal(
            200,
            (
                await directory.Root.Post(
                    $"/api/v1/units/{gone.Id()}/successors",
                    new { successorId = giver.Id(), legalBasis = "NQ 2/TEST" }
                )
            ).Status
        );
        var (_, successors) = await directory.Root.Get($"/api/v1/units/{gone.Id()}/successors");
        Assert.Equal(giver.Id(), Assert.Single(successors.EnumerateArray()).Id());
        Assert.Equal(2, (await directory.Root.Get($"/api/v1/units/{giver.Id()}/successors")).Body.GetArrayLength());
        Assert.Equal(1, (await directory.Root.Get($"/api/v1/units/{giver.Id()}/successors?from=2015-01-01")).Body.GetArrayLength());
    }

    [Fact]
    public async Task A_unit_is_found_by_any_of_its_codes_as_of_a_day()
    {
        var province = await directory.Province("45", "Nhiều mã");
        async Task<int> Recode(string scheme, string code, string on) =>
            (
                await directory.Root.Post(
                    $"/api/v1/units/{province.Id()}/recoding",
                    new
                    {
                        on,
                        codeScheme = scheme,
                        code,
                        legalBasis = "QĐ 20/2020/QĐ-TTg",
                    }
                )
            ).Status;
        Assert.Equal(200, await Recode("QD20", "H45", "2021-01-01"));
        Assert.Equal(200, await Recode("QCVN102", "000.00.00.H45", "2021-01-01"));
        Assert.Equal(200, await Recode("QD20", "H45.1", "2023-01-01"));
        Assert.Equal(400, await Recode("QD20", "h45", "2024-01-01"));
        var unit = await ByCode("QD20:H45", "2022-12-31");
        Assert.Equal(province.Id(), unit.Id());
        Assert.Equal(
            ["ADMINISTRATIVE:45", "QD20:H45", "QCVN102:000.00.00.H45"],
            unit.GetProperty("codes").EnumerateArray().Select(code => $"{code.Text("scheme")}:{code.Text("value")}")
        );
        Assert.Equal(province.Id(), (await ByCode("QCVN102:000.00.00.H45", "2025-01-01")).Id());
        Assert.Equal(province.Id(), (await ByCode("H45.1&scheme=QD20", "2023-01-01")).Id());
        Assert.Empty((await directory.Root.Get("/api/v1/units?code=QD20:H45&asOf=2023-01-01")).Body.GetProperty("items").EnumerateArray());
        Assert.Contains(
            province.Id(),
            (await directory.Root.Get("/api/v1/units?scheme=QD20&asOf=2023-01-01"))
                .Body.GetProperty("items")
                .EnumerateArray()
                .Select(one => one.Id())
        );
        var other = await directory.Province("47", "Mã khác");
        var taken = new
        {
            on = "2025-01-01",
            codeScheme = "QD20",
            code = "H45",
            legalBasis = "NQ 1/TEST",
        };
        Assert.Equal("units.code-closed", await Refused($"/api/v1/units/{other.Id()}/recoding", taken));
        Assert.Equal("units.code-in-use", await Refused($"/api/v1/units/{other.Id()}/recoding", taken with { code = "H45.1" }));
    }

    [Fact]
    public async Task An_old_address_is_answered_by_every_unit_it_can_mean_and_what_stands_there_today()
    {
        var (one, two) = (await directory.Province("53", "Đồng Hoà Xưa"), await directory.Province("54", "Đồng Hoà Khác"));
        var district = await directory.Create("RURAL_DISTRICT", one.Id(), "Cao Lĩnh", "531");
        var other = await directory.Create("RURAL_DISTRICT", two.Id(), "Cao Linh", "541");
        var commune = await directory.Create("COMMUNE", district.Id(), "Tịnh Thử", "53101");
        var (_, merged) = await directory.Root.Post(
            "/api/v1/units/mergers",
            new
            {
                predecessors = new[] { one.Id(), two.Id() },
                on = "2025-07-01",
                name = "Đồng Hoà Mới",
                fullName = "Tỉnh Đồng Hoà Mới",
                kind = "PROVINCE",
                parentId = RootUnit.Id,
                code = "53",
                legalBasis = "NQ 202/2025/QH15",
            }
        );
        await directory.Root.Post(
            $"/api/v1/units/{commune.Id()}/move",
            new
            {
                on = "2025-07-01",
                parentId = merged.Id(),
                legalBasis = "NQ 202/2025/QH15",
            }
        );
        foreach (var gone in new[] { district, other })
            Assert.Equal(
                200,
                (
                    await directory.Root.Post(
                        $"/api/v1/units/{gone.Id()}/abolition",
                        new { on = "2025-07-01", legalBasis = "NQ 203/2025/QH15" }
                    )
                ).Status
            );

        var all = await LookUp("CAO LINH");
        Assert.Equal([district.Id(), other.Id()], all.Candidates.Select(candidate => candidate.GetProperty("unit").Id()).Order());
        var only = Assert.Single((await LookUp("5 đường A, H. cao linh, tinh dong hòa xua (cũ)")).Candidates);
        Assert.Equal(district.Id(), only.GetProperty("unit").Id());
        Assert.False(only.GetProperty("sameSpelling").GetBoolean());
        Assert.Equal(one.Id(), Assert.Single(only.GetProperty("under").EnumerateArray()).Id());
        Assert.Equal("NQ 203/2025/QH15", only.GetProperty("ending").Text("legalBasis"));
        var today = Assert.Single(only.GetProperty("today").EnumerateArray());
        Assert.Equal(("TERRITORY", commune.Id()), (today.Text("how"), today.GetProperty("unit").Id()));
        Assert.Equal(["5 đường A"], (await LookUp("5 đường A, huyện Cao Lĩnh")).NotFound);

        // A province is followed to its successor; who writes the old district with the new province is understood too.
        var province = Assert.Single((await LookUp("tỉnh Đồng Hòa Xưa cũ")).Candidates);
        Assert.True(province.GetProperty("sameSpelling").GetBoolean());
        Assert.Equal(
            ("SUCCESSOR", merged.Id(), "NQ 202/2025/QH15"),
            (Today(province).Text("how"), Today(province).GetProperty("unit").Id(), Today(province).Text("legalBasis"))
        );
        Assert.Equal(district.Id(), Assert.Single((await LookUp("huyện Cao Lĩnh, tỉnh Đồng Hoà Mới")).Candidates).GetProperty("unit").Id());
        Assert.Equal("SAME", Today(Assert.Single((await LookUp("xã Tịnh Thử, huyện Cao Lĩnh")).Candidates)).Text("how"));
        Assert.Empty((await LookUp("xã Không Đâu")).Candidates);

        static System.Text.Json.JsonElement Today(System.Text.Json.JsonElement candidate) =>
            Assert.Single(candidate.GetProperty("today").EnumerateArray());
    }

    async Task<(IReadOnlyList<System.Text.Json.JsonElement> Candidates, IEnumerable<string> NotFound)> LookUp(string text)
    {
        var (status, found) = await directory.Root.Get($"/api/v1/units/lookup?text={Uri.EscapeDataString(text)}");
        Assert.True(status == 200, found.ToString());
        return (
            [.. found.GetProperty("candidates").EnumerateArray()],
            found.GetProperty("notFound").EnumerateArray().Select(name => name.GetString()!)
        );
    }

    [Fact]
    public async Task What_cannot_be_is_refused_by_name_and_changes_nothing()
    {
        var unit = await directory.Province("56", "Chắc");
        await directory.Root.Post(
            $"/api/v1/units/{unit.Id()}/recoding",
            new
            {
                on = "2020-01-01",
                code = "57",
                legalBasis = "NQ 1/TEST",
            }
        );
        var before = (await directory.Root.Get($"/api/v1/units/{unit.Id()}/history")).Body.ToString();
        var name = new
        {
            on = "2003-12-31",
            name = "Sớm",
            fullName = "Tỉnh Sớm",
            legalBasis = "NQ 1/TEST",
        };
        Assert.Equal("units.before-it-exists", await Refused($"/api/v1/units/{unit.Id()}/renaming", name));
        Assert.Equal("units.later-change", await Refused($"/api/v1/units/{unit.Id()}/renaming", name with { on = "2019-01-01" }));
        Assert.Equal(
            "units.code-closed",
            await Refused(
                $"/api/v1/units/{unit.Id()}/recoding",
                new
                {
                    on = "2021-01-01",
                    code = "56",
                    legalBasis = "NQ 1/TEST",
                }
            )
        );
        Assert.Equal(
            "units.malformed-code",
            await Refused(
                $"/api/v1/units/{unit.Id()}/recoding",
                new
                {
                    on = "2021-01-01",
                    code = "5",
                    legalBasis = "NQ 1/TEST",
                }
            )
        );
        Assert.Equal(before, (await directory.Root.Get($"/api/v1/units/{unit.Id()}/history")).Body.ToString());
    }

    [Fact]
    public async Task A_subtree_is_counted_by_level_and_kind()
    {
        var province = await directory.Province("58", "Đếm");
        var commune = await directory.Create("COMMUNE", province.Id(), "Một", "58001");
        await directory.Create("WARD", province.Id(), "Hai", "58002");
        await directory.Create("PARTY_COMMITTEE", commune.Id(), "Đảng ủy", from: "2020-01-01");
        var (_, counts) = await directory.Root.Get($"/api/v1/units/{province.Id()}/subtree/counts?asOf=2021-01-01");
        Assert.Equal((0, 2), (counts.GetProperty("levels").Number("PROVINCE"), counts.GetProperty("levels").Number("COMMUNE")));
        Assert.Equal(
            (1, 1, 1),
            (
                counts.GetProperty("kinds").Number("COMMUNE"),
                counts.GetProperty("kinds").Number("WARD"),
                counts.GetProperty("kinds").Number("PARTY_COMMITTEE")
            )
        );
        Assert.Equal(404, (await directory.Root.Get($"/api/v1/units/{province.Id()}/subtree/counts?asOf=2003-01-01")).Status);
    }

    [Fact]
    public async Task Acts_of_a_province_reach_what_is_its_own_only()
    {
        var (own, foreign) = (await directory.Province("59", "Của mình"), await directory.Province("61", "Của người"));
        var client = directory.As(own.Id(), "directory.read", "directory.write");
        var status = new
        {
            on = "2020-01-01",
            kind = "MUNICIPALITY",
            fullName = "Thành phố",
            legalBasis = "NQ 1/TEST",
        };
        Assert.Equal(404, (await client.Post($"/api/v1/units/{foreign.Id()}/status-change", status)).Status);
        var split = new
        {
            on = "2020-01-01",
            livesOn = true,
            parts = new[]
            {
                new
                {
                    name = "Phần",
                    fullName = "Tỉnh Phần",
                    kind = "DEPARTMENT",
                },
            },
            legalBasis = "NQ 1/TEST",
        };
        Assert.Equal(404, (await client.Post($"/api/v1/units/{foreign.Id()}/split", split)).Status);
        Assert.Equal(200, (await client.Post($"/api/v1/units/{own.Id()}/status-change", status)).Status);
    }

    async Task<string?> Refused(string address, object body) => (await directory.Root.Post(address, body)).Body.Text("code");

    async Task<System.Text.Json.JsonElement> ByCode(string code, string asOf) =>
        Assert.Single((await directory.Root.Get($"/api/v1/units?code={code}&asOf={asOf}")).Body.GetProperty("items").EnumerateArray());

    static int Items((int Status, System.Text.Json.JsonElement Body) answer) => answer.Body.GetProperty("items").GetArrayLength();
}
