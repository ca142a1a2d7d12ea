using System.Globalization;
using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests;

/// <summary>What is sent: the items of a draft, and the work of a unit that it concerns.</summary>
static class ReorganisationBodies
{
    public static JsonObject Merge(Guid parent, Guid id, params Guid[] units) =>
        new()
        {
            ["kind"] = "MERGE",
            ["units"] = new JsonArray([.. units.Select(unit => (JsonNode)unit)]),
            ["newUnitId"] = id,
            ["name"] = "Mới",
            ["fullName"] = "Xã Mới",
            ["unitKind"] = "COMMUNE",
            ["parentId"] = parent,
            ["code"] = "82001",
        };

    /// <summary>A commune is split in two, each part with its code; what is named as heir goes on with its open work.</summary>
    public static JsonObject Split(Guid unit, Guid? heir, params (string Code, Guid Id)[] parts) =>
        new()
        {
            ["kind"] = "SPLIT",
            ["units"] = new JsonArray(unit),
            ["heirId"] = heir,
            ["parts"] = new JsonArray([
                .. parts.Select(part =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["id"] = part.Id,
                            ["name"] = $"Phần {part.Code}",
                            ["fullName"] = $"Xã Phần {part.Code}",
                            ["kind"] = "COMMUNE",
                            ["code"] = part.Code,
                        }
                ),
            ]),
        };

    public static JsonObject Abolish(Guid unit) => new() { ["kind"] = "ABOLISH", ["units"] = new JsonArray(unit) };

    public static JsonObject Complaint(Guid unit, DateOnly receivedOn) =>
        new()
        {
            ["unitId"] = unit,
            ["kind"] = "KHIEU_NAI",
            ["channel"] = "BUU_CHINH",
            ["field"] = "HANH_CHINH",
            ["receivedOn"] = Written(receivedOn),
            ["summary"] = "Đề nghị xem xét việc thu hồi đất làm đường liên xã",
        };

    public static JsonObject Report(Guid unit) =>
        new()
        {
            ["form"] = "DANVAN",
            ["unitId"] = unit,
            ["period"] = new JsonObject
            {
                ["regime"] = "STATE_ND09",
                ["kind"] = "YEAR",
                ["year"] = 2026,
            },
        };

    public static JsonObject Conference(Guid organiser, DateOnly on, string state) =>
        new()
        {
            ["organiserUnitId"] = organiser,
            ["level"] = "COMMUNE",
            ["scope"] = "TINH",
            ["kind"] = "GIAO_BAN",
            ["purposes"] = new JsonArray("GIAO_BAN"),
            ["mode"] = "IN_PERSON",
            ["title"] = "Hội nghị giao ban công tác dân vận",
            ["state"] = state,
            ["date"] = new JsonObject { ["on"] = Written(on), ["precision"] = "DAY" },
        };

    public static JsonObject ConclusionWithTask(Guid leadUnit) =>
        new()
        {
            ["kind"] = "KEY_TASK",
            ["text"] = "Thực hiện Quy chế dân chủ ở cơ sở",
            ["tasks"] = new JsonArray(
                new JsonObject
                {
                    ["content"] = "Lập kế hoạch",
                    ["leadUnitId"] = leadUnit,
                    ["dueOn"] = "2026-06-30",
                }
            ),
        };

    public static JsonObject Movement(Guid unit) =>
        new()
        {
            ["unitId"] = unit,
            ["name"] = "Dân vận khéo",
            ["scope"] = "COMMUNE",
            ["startsOn"] = "2026-01-01",
        };

    public static JsonObject Model(Guid unit) =>
        new()
        {
            ["unitId"] = unit,
            ["kind"] = "MODEL",
            ["name"] = "Vùng xanh an toàn",
            ["field"] = "PHONG_CHONG_DICH",
            ["registeredOn"] = "2026-02-01",
        };

    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
