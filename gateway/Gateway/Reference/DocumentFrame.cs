using System.Text.Json;
using System.Text.Json.Nodes;

namespace DanVan.Gateway.Reference;

/// <summary>What the document says about the platform as a whole.</summary>
static class DocumentFrame
{
    static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static readonly Dictionary<string, string> Tags = new()
    {
        ["accounts"] = "Tài khoản cán bộ / Staff accounts",
        ["awards"] = "Thi đua, khen thưởng / Emulation and awards",
        ["calendar"] = "Lịch làm việc và cách tính thời hạn / Working calendar and the counting of time limits",
        ["clients"] = "Ứng dụng được phép gọi / API clients",
        ["conferences"] = "Hội nghị, kết luận, nhiệm vụ / Conferences, conclusions, tasks",
        ["events"] = "Luồng sự kiện và danh mục / The event feed and its catalogue",
        ["open311"] = "Phản ánh theo Open311 GeoReport v2 / Feedback by Open311 GeoReport v2",
        ["operations"] = "Việc chạy lâu và tiến độ / Long operations and their progress",
        ["people"] = "Người / People",
        ["petitions"] = "Đơn thư, thời hạn, giải quyết / Petitions, time limits, resolution",
        ["positions"] = "Chức vụ theo thời gian / Positions through time",
        ["public"] = "Những gì đã công khai về đơn thư, không cần tài khoản / What was made public of petitions, without an account",
        ["receptions"] = "Tiếp công dân: lịch, sổ, nghĩa vụ của người đứng đầu / Citizen reception: calendar, book, duties of the heads",
        ["receipts"] = "Tra cứu bằng mã hồ sơ, không cần tài khoản / Petitioners by code and PIN, without an account",
        ["reorganisations"] =
            "Sắp xếp đơn vị: dự thảo, tác động, ký, thực hiện / Reorganisations of units: draft, impact, signature, carrying out",
        ["reports"] = "Báo cáo, kỳ, biểu mẫu / Reports, periods, forms",
        ["report-requests"] = "Yêu cầu báo cáo chuyên đề, đột xuất / Requests for thematic and sudden reports",
        ["figures"] = "Số liệu tổng hợp / Consolidated figures",
        ["quick-reports"] = "Báo cáo nhanh tình hình Nhân dân, dư luận xã hội / Quick reports on the people's situation",
        ["roles"] = "Vai trò / Roles",
        ["scores"] = "Chấm điểm, xếp loại công tác dân vận / Scores of mass mobilisation, ranking",
        ["sign-in"] = "Đăng nhập của cán bộ / Sign-in of staff",
        ["signing-keys"] = "Khóa ký mã truy cập / Keys that sign access tokens",
        ["subscriptions"] = "Đăng ký nhận sự kiện qua webhook / Signed webhooks",
        ["tokens"] = "Mã truy cập và khóa công khai / Tokens and public keys",
        ["units"] = "Đơn vị hành chính theo thời gian / Administrative units through time",
    };

    /// <summary>What a tag stands for, where the services leave it to the platform to say.</summary>
    public static string MeaningOfTag(string tag) => Tags.GetValueOrDefault(tag, "");

    public static JsonObject Create(string? publicUrl) =>
        new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "DanVan Platform",
                ["version"] = typeof(DocumentFrame).Assembly.GetName().Version!.ToString(3),
                ["description"] =
                    "Nền tảng công tác dân vận: đơn vị hành chính, đơn thư, báo cáo, hội nghị, thi đua khen thưởng và luồng sự kiện, qua một cửa. "
                    + "/ The mass-mobilisation platform: units, petitions, reporting, conferences, awards and the event feed behind one door.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = publicUrl ?? "/" }),
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["tags"] = new JsonArray(),
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject(),
        };

    public static JsonObject Parse(ReadOnlySpan<byte> part) => JsonNode.Parse(part)!.AsObject();

    public static byte[] Write(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, Readable);
}
