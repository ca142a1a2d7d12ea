using System.Text.Json.Nodes;

namespace DanVan.Gateway.Reference;

/// <summary>How callers prove who they are: a token from anywhere that is trusted, or one by OAuth 2.0: client credentials, or staff who sign in.</summary>
static class SecuritySchemes
{
    const string Bearer = "bearer",
        OAuth = "oauth2";

    static readonly Dictionary<string, string> Meaning = new()
    {
        ["awards.clearance"] = "Hỏi và đọc kết quả rà soát trước khen thưởng / Ask for and read clearances",
        ["awards.decide"] = "Quyết định khen thưởng / Decide on awards",
        ["awards.read"] = "Đọc thi đua, khen thưởng / Read awards",
        ["awards.write"] = "Lập hồ sơ thi đua, khen thưởng / Write awards",
        ["conferences.read"] = "Đọc hội nghị / Read conferences",
        ["conferences.write"] = "Tổ chức hội nghị / Write conferences",
        ["directory.admin"] = "Quản trị ứng dụng và tài khoản / Administer clients",
        ["directory.read"] = "Tra cứu đơn vị và lịch làm việc / Read units and calendar",
        ["directory.reorganise"] = "Lập, ký phương án sắp xếp đơn vị / Draft and sign reorganisations of units",
        ["directory.write"] = "Cập nhật đơn vị và lịch làm việc / Write units and calendar",
        ["events.read"] = "Đọc luồng sự kiện / Read events",
        ["people.read"] = "Tra cứu người và chức vụ / Read people and positions",
        ["people.write"] = "Ghi người và chức vụ / Write people and positions",
        ["petitions.clearance"] = "Ghi, gỡ trường hợp chưa xét khen thưởng / Place and release holds",
        ["petitions.decide"] = "Thụ lý, gia hạn, giải quyết đơn / Decide on petitions",
        ["petitions.identity"] = "Xem danh tính được niêm phong / Read sealed identities",
        ["petitions.read"] = "Đọc đơn thư / Read petitions",
        ["petitions.write"] = "Tiếp nhận đơn thư / Write petitions",
        ["reporting.approve"] = "Duyệt báo cáo / Approve reports",
        ["reporting.read"] = "Đọc báo cáo / Read reports",
        ["reporting.write"] = "Lập báo cáo / Write reports",
        ["subscriptions.manage"] = "Quản lý đăng ký nhận sự kiện / Manage subscriptions",
    };

    /// <summary>Offers both ways for an operation that asks for a token; returns the scopes that it needs.</summary>
    public static IReadOnlyList<string> Offer(JsonObject operation)
    {
        if (operation["security"] is not JsonArray { Count: 1 } ways || ways[0]?[Bearer] is not JsonArray needed)
            return [];
        string[] scopes = [.. needed.Select(x => x!.GetValue<string>())];
        operation["security"] = new JsonArray(ways[0]!.DeepClone(), new JsonObject { [OAuth] = needed.DeepClone() });
        return scopes;
    }

    public static void AddTo(JsonObject components, IEnumerable<string> scopes, string tokenUrl) =>
        components["securitySchemes"] = new JsonObject
        {
            [Bearer] = new JsonObject
            {
                ["type"] = "http",
                ["scheme"] = "bearer",
                ["bearerFormat"] = "JWT",
                ["description"] =
                    "Mã truy cập của hệ thống hoặc của nơi cấp được tin cậy. / An access token of this platform or of a trusted issuer.",
            },
            [OAuth] = new JsonObject
            {
                ["type"] = "oauth2",
                ["flows"] = new JsonObject
                {
                    ["clientCredentials"] = new JsonObject { ["tokenUrl"] = tokenUrl, ["scopes"] = Named(scopes) },
                    ["authorizationCode"] = new JsonObject
                    {
                        ["authorizationUrl"] = tokenUrl.Replace("/oauth/token", "/oauth/authorize", StringComparison.Ordinal),
                        ["tokenUrl"] = tokenUrl,
                        ["refreshUrl"] = tokenUrl,
                        ["scopes"] = Named(scopes),
                    },
                },
            },
        };

    static JsonObject Named(IEnumerable<string> scopes) =>
        new(scopes.Select(x => KeyValuePair.Create(x, (JsonNode?)Meaning.GetValueOrDefault(x, x))));
}
