using System.Text.Json.Nodes;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Every step that may follow a receipt, with a body that is right in itself.</summary>
public static class Steps
{
    static readonly Dictionary<string, Func<JsonObject>> Bodies = new()
    {
        ["classification"] = () => ClassificationTests.Found("KHIEU_NAI"),
        ["case"] = () => CaseTests.Joining($"{Guid.CreateVersion7()}"),
        ["parts"] = () => CaseTests.Parts("Thu tiền sai"),
        ["representatives"] = () => GroupTests.Appointment(1, 1),
        ["signatories/withdrawals"] = () => GroupTests.Withdrawal(1),
        ["signatories"] = () => SignatoryTests.Names("Trần Văn Một"),
        ["signatories/readings"] = () => new() { ["purpose"] = "XAC_MINH" },
        ["acceptance"] = ChainTests.Acceptance,
        ["non-acceptance"] = () =>
            new()
            {
                ["ground"] = "KN.11.6",
                ["decidedOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["guidance"] = () =>
            new()
            {
                ["toUnitId"] = PetitionsRunning.Board,
                ["guidedOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["forwarding"] = () =>
            new()
            {
                ["toUnitId"] = PetitionsRunning.Board,
                ["forwardedOn"] = "2026-08-06",
                ["letterNumber"] = "1",
            },
        ["resolution"] = () => ChainTests.Resolution("DUNG"),
        ["complexity-finding"] = () =>
            new()
            {
                ["grounds"] = new JsonArray("MANY_PEOPLE"),
                ["foundOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["extensions"] = () =>
            new()
            {
                ["days"] = 30,
                ["criteria"] = new JsonArray("MANY_PEOPLE"),
                ["decidedOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["suspension"] = () => Decided("2026-08-06"),
        ["resumption"] = () => Decided("2026-08-06"),
        ["identity-grants"] = () => new() { ["reader"] = "can-bo", ["purpose"] = "XAC_MINH" },
        ["identity-erasure"] = () => Decided("2026-08-06"),
        ["withdrawals"] = () =>
            new()
            {
                ["whole"] = true,
                ["form"] = "LETTER",
                ["stillExamined"] = "COERCED",
                ["withdrawnOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["stopping"] = () => Stopping("KN.STOP.NO_OBJECT"),
        ["dialogues"] = () => Dialogue("2026-08-10", "2026-08-17"),
        ["conclusion-action"] = () => new() { ["actedOn"] = "2026-09-07", ["documentNumber"] = "1" },
        ["publication"] = () =>
            new()
            {
                ["manner"] = "POSTING",
                ["publishedOn"] = "2026-09-07",
                ["documentNumber"] = "1",
            },
        ["co-handlers"] = () =>
            new()
            {
                ["unitId"] = PetitionsRunning.Board,
                ["askedOn"] = "2026-08-06",
                ["letterNumber"] = "21/CV",
            },
        ["sendings"] = () => Sending("DECISION", "2026-08-28"),
        ["dialogue-plan"] = () => new() { ["heldOn"] = "2099-08-18" },
        ["effects"] = () =>
            new()
            {
                ["effectiveOn"] = "2026-09-09",
                ["documentNumber"] = "12/BC",
                ["moneyRecovered"] = 120_000_000,
                ["landReturned"] = 350,
                ["peopleSanctioned"] = 2,
            },
        ["protections"] = () =>
            new()
            {
                ["measures"] = new JsonArray("INFORMATION", "WORK", "INFORMATION"),
                ["orderedOn"] = "2026-08-10",
                ["documentNumber"] = "07/QĐ",
            },
        ["posting-end"] = () => new() { ["endedOn"] = "2026-09-22", ["documentNumber"] = "09/BB" },
        ["public-notice"] = () => new() { ["text"] = "Đã giải quyết xong.", ["visibleFrom"] = "2026-09-07" },
        ["public-notice/withholding"] = () => new() { ["reason"] = "ERROR" },
        ["review"] = () => new() { ["decision"] = "RELEASED" },
        ["conflict-of-interest"] = () =>
            new()
            {
                ["conflict"] = "SIBLING",
                ["toUnitId"] = PetitionsRunning.Province,
                ["decidedOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["reopening"] = () => Reopening("SET_ASIDE"),
        ["unit"] = () => new() { ["toUnitId"] = PetitionsRunning.Board },
        ["questions"] = () => new() { ["question"] = "Quyết định được giao ngày nào?", ["answerBy"] = null },
        ["letters"] = () => LetterTests.Letter(),
        ["identity-readings"] = () => new() { ["purpose"] = "XAC_MINH" },
    };

    /// <summary>A decision of that day.</summary>
    public static JsonObject Decided(string on) => new() { ["decidedOn"] = on, ["documentNumber"] = "33/QĐ" };

    /// <summary>To everybody to whom anything is owed.</summary>
    public static JsonObject Sending(string what, string on) =>
        new()
        {
            ["what"] = what,
            ["to"] = new JsonArray("PETITIONER", "ACCUSED", "BODY_OF_THE_ACCUSED", "FORWARDING_BODY", "RESOLVER", "SUPERIOR", "CONCERNED"),
            ["sentOn"] = on,
            ["documentNumber"] = "45/QĐ",
        };

    public static JsonObject Stopping(string ground)
    {
        var decision = Decided("2026-08-14");
        decision["ground"] = ground;
        return decision;
    }

    public static JsonObject Reopening(string reason)
    {
        var decision = Decided("2026-09-21");
        decision["reason"] = reason;
        return decision;
    }

    public static JsonObject Dialogue(string notifiedOn, string heldOn, string attendance = "PRESENT") =>
        new()
        {
            ["notifiedOn"] = notifiedOn,
            ["heldOn"] = heldOn,
            ["attendance"] = attendance,
            ["minutesNumber"] = "07/BB",
        };

    public static IEnumerable<string> Names => Bodies.Keys;

    public static TheoryData<string> All => [.. Bodies.Keys];

    /// <summary>Those that change the petition, so that a version stands before each.</summary>
    public static TheoryData<string> Changing =>
        [.. Bodies.Keys.Where(step => step is not ("identity-readings" or "signatories/readings" or "identity-grants"))];

    public static JsonObject Body(string step) => Bodies[step]();
}
