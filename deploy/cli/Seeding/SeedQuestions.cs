using System.Text.Json.Nodes;

namespace DanVan.Cli.Seeding;

/// <summary>Every number that can be derived from the five articles together, with what the articles give.</summary>
sealed class SeedQuestions(SeedAnswers answers)
{
    public IReadOnlyList<SeedQuestion> All =>
        [
            Counted("conferences by main kind", "GIAO_BAN 1, SO_KET 1, TONG_KET 3", "byKind"),
            Counted("conferences by mode", "IN_PERSON 2, ONLINE_NATIONAL 3", "byMode"),
            Counted("level of the organiser", "CENTRAL 3, CITY 1, PROVINCE 1", "byLevel"),
            Statistic("named bridge sites", "Hà Nội (003), Hải Phòng (000), Điện Biên (002)", BridgeSites),
            Statistic("a chair stated at the centre", "000", statistics => answers.ArticlesOf(statistics["centralChairStated"])),
            Named("people at two conferences or more", "Bùi Thị Minh Hoài (000, 003); Nguyễn Doãn Toản (003, 004)", "peopleInSeveral"),
            Statistic(
                "theme of each year",
                "2019 Năm dân vận chính quyền (002); 2020 Năm dân vận khéo (002); 2021 Đẩy mạnh thực hiện quy chế dân chủ ở cơ sở (000, 003, 004)",
                Themes
            ),
            Statistic("key tasks declared / entered", "002 6/2 INCOMPLETE_LIST; 003 5/1 INCOMPLETE_LIST; 004 2/2 COMPLETE", KeyTasks),
            new("award decision: collectives + individuals declared, recipients named", "5 + 10, 0 named, UNNAMED", Decision),
            Statistic(
                "on the ceremony list of 001: decisions, declared, named",
                "1: 5 + 10, 0 named",
                statistics => Ceremony(statistics["awards"]!),
                byEvent: true
            ),
            new("conference that hands the decision over, as awards knows it", "001 on 2022-12-29", HandedOver),
            Statistic("models named", "3 (003)", Models),
            new(
                "models in the register",
                "Tổ Covid cộng đồng; Tổ tự quản cộng đồng tham gia bảo đảm an ninh trật tự và phòng, chống dịch Covid-19; Vùng xanh an toàn",
                RegisteredModels
            ),
            Counted("oversight plans", "KHAO_SAT 1, KIEM_TRA 1", "oversightPlans"),
            new("units that the plans go to (\"một số\" is not 0)", "not stated; not stated", OversightTargets),
            Topic("election of the XV National Assembly mentioned in", "000, 003, 004", "bau-cu-quoc-hoi-khoa-xv"),
            Topic("petitions and pressing matters demanded in", "000, 001, 003", "don-thu-va-vu-viec-buc-xuc"),
            new("found by \"QCDC\"", "000, 001, 003, 004", ct => answers.Found("QCDC", ct)),
            new("found by \"bui thi minh hoai\"", "000, 003", ct => answers.Found("bui thi minh hoai", ct)),
            new("code 87 on 2022-12-29; code 82 then; code 82 today", "Tỉnh Đồng Tháp; Tỉnh Tiền Giang; Tỉnh Đồng Tháp", DongThap),
        ];

    SeedQuestion Statistic(string what, string expected, Func<JsonNode, string> read, bool byEvent = false) =>
        new(what, expected, async ct => read(await answers.Statistics(ct)), byEvent);

    SeedQuestion Counted(string what, string expected, string member) =>
        Statistic(what, expected, statistics => Sorted(statistics[member]!, ", ", x => $"{x["code"]} {x["count"]}"));

    SeedQuestion Named(string what, string expected, string member) =>
        Statistic(
            what,
            expected,
            statistics => Sorted(statistics[member]!, "; ", x => $"{x["name"]} ({answers.ArticlesOf(x["conferences"])})")
        );

    SeedQuestion Topic(string what, string expected, string topic) =>
        Statistic(
            what,
            expected,
            statistics =>
                answers.ArticlesOf(statistics["topics"]!.AsArray().Single(x => x!["name"]!.GetValue<string>() == topic)!["conferences"])
        );

    string BridgeSites(JsonNode statistics) =>
        Sorted(
            statistics["bridgeSites"]!,
            ", ",
            x =>
                $"{x["name"]!.GetValue<string>().Replace("Điểm cầu ", "", StringComparison.Ordinal)} ({answers.ArticlesOf(x["conferences"])})"
        );

    string Themes(JsonNode statistics) =>
        Sorted(statistics["themes"]!, "; ", x => $"{x["year"]} {x["name"]} ({answers.ArticlesOf(x["conferences"])})");

    string KeyTasks(JsonNode statistics) =>
        Sorted(
            statistics["keyTasks"]!,
            "; ",
            x => $"{answers.ArticlesOf(new JsonArray(x["conference"]!.DeepClone()))} {x["declared"]}/{x["entered"]} {x["status"]}"
        );

    static string Ceremony(JsonNode awards) =>
        $"{awards["decisions"]}: {awards["declaredCollectives"]} + {awards["declaredIndividuals"]}, {awards["enteredRecipients"]} named";

    string Models(JsonNode statistics)
    {
        var models = statistics["models"]!.AsArray();
        var articles = models.Select(model => answers.ArticlesOf(model!["conferences"])).Distinct();
        return $"{models.Count} ({string.Join(", ", articles)})";
    }

    async Task<string> RegisteredModels(CancellationToken ct)
    {
        string[] keys = ["to-covid-cong-dong", "to-tu-quan-cong-dong", "vung-xanh-an-toan"];
        var names = new List<string>();
        foreach (var key in keys)
            names.Add((await answers.Get($"api/v1/awards/models/{answers.Id($"seed-model-{key}")}", ct))["name"]!.GetValue<string>());
        return string.Join("; ", names);
    }

    async Task<string> Decision(CancellationToken ct)
    {
        var decision = await DecisionView(ct);
        var (declared, entered) = (decision["declared"]!, decision["entered"]!);
        var named = new[] { "collectives", "individuals", "households" }.Sum(kind => entered[kind]?.GetValue<int>() ?? 0);
        return $"{declared["collectives"]} + {declared["individuals"]}, {named} named, {decision["reconciliation"]}";
    }

    async Task<string> HandedOver(CancellationToken ct)
    {
        var handedOver = (await DecisionView(ct))["handedOver"]!;
        return $"{answers.ArticlesOf(new JsonArray(handedOver["conferenceId"]!.DeepClone()))} on {handedOver["on"]}";
    }

    Task<JsonNode> DecisionView(CancellationToken ct) =>
        answers.Get($"api/v1/awards/decisions/{answers.Id("seed-decision-dong-thap-2022")}", ct);

    async Task<string> OversightTargets(CancellationToken ct)
    {
        var plans = await answers.Get($"api/v1/oversight-plans?conference={answers.Conference("004")}", ct);
        return string.Join("; ", plans["items"]!.AsArray().Select(plan => plan!["targetCount"]?.ToString() ?? "not stated"));
    }

    async Task<string> DongThap(CancellationToken ct) =>
        $"{await Bearer("87", "2022-12-29", ct)}; {await Bearer("82", "2022-12-29", ct)}; {await Bearer("82", null, ct)}";

    async Task<string> Bearer(string code, string? asOf, CancellationToken ct)
    {
        var units = await answers.Get($"api/v1/units?code={code}{(asOf is null ? "" : $"&asOf={asOf}")}", ct);
        return string.Join(" / ", units["items"]!.AsArray().Select(unit => unit!["fullName"]));
    }

    static string Sorted(JsonNode list, string separator, Func<JsonNode, string> line) =>
        string.Join(separator, list.AsArray().Select(item => line(item!)).Order(StringComparer.Ordinal));
}
