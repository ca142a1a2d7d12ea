using System.Text.Json.Nodes;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Requests as an ordinary client sends them; change what the test is about.</summary>
static class Bodies
{
    public static JsonObject Movement(Guid? unit = null) =>
        new()
        {
            ["unitId"] = unit ?? AwardsRunning.Province,
            ["name"] = "Dân vận khéo",
            ["scope"] = "PROVINCE",
            ["startsOn"] = "2022-01-01",
            ["endsOn"] = "2022-12-31",
            ["theme"] = "Dân vận khéo năm 2022",
            ["criteria"] = "Cách làm sáng tạo, hiệu quả, có sức lan tỏa",
        };

    public static JsonObject Model(Guid? unit = null) =>
        new()
        {
            ["unitId"] = unit ?? AwardsRunning.Board,
            ["kind"] = "MODEL",
            ["name"] = "Vùng xanh an toàn",
            ["field"] = "PHONG_CHONG_DICH",
            ["place"] = "Xã Một",
            ["registeredOn"] = "2021-07-01",
            ["activeFrom"] = "2021-08-01",
            ["source"] = "Báo điện tử, 13/01/2022",
        };

    /// <summary>The award of the article of 29/12/2022.</summary>
    public static JsonObject Decision(Guid? proposer = null, Guid? issuer = null, string? movement = null) =>
        new()
        {
            ["proposerUnitId"] = proposer ?? AwardsRunning.Board,
            ["form"] = "BANG_KHEN_TINH",
            ["type"] = "PHONG_TRAO_THI_DUA",
            ["reason"] = "Thành tích xuất sắc, tiêu biểu trong phong trào thi đua “Dân vận khéo” năm 2022",
            ["issuerUnitId"] = issuer,
            ["issuerAsPrinted"] = "UBND tỉnh",
            ["presentedOn"] = "2022-12-29",
            ["movementId"] = movement,
            ["declared"] = new JsonObject { ["collectives"] = 5, ["individuals"] = 10 },
            ["source"] = "Báo điện tử, 29/12/2022",
        };

    public static JsonObject Recipients(params JsonObject[] recipients) => new() { ["recipients"] = new JsonArray([.. recipients]) };

    public static JsonObject Recipient(string name, string kind = "INDIVIDUAL", Guid? unit = null) =>
        new()
        {
            ["kind"] = kind,
            ["name"] = name,
            ["unitId"] = unit ?? AwardsRunning.Commune,
        };

    public static JsonObject Revocation() =>
        new()
        {
            ["ground"] = "FALSE_DECLARATION",
            ["decidedOn"] = "2023-05-04",
            ["number"] = "12/QĐ-UBND",
        };

    public static JsonObject ToBoard() => new() { ["toUnitId"] = AwardsRunning.Board };

    public static JsonObject Reference() => new() { ["number"] = "1234/QĐ-UBND-HC", ["decidedOn"] = "2022-12-20" };
}
