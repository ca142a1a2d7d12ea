using DanVan.Awards.Law;

namespace DanVan.Awards.Clearances;

static class RefusedClearance
{
    public static readonly Rejection AskedMeanwhile = new(
        "awards.clearance-asked-meanwhile",
        "Vừa có người khác hỏi về cùng đối tượng; gửi lại để nhận câu hỏi đó.",
        "Somebody else has just asked about the same candidate; send it again to get that question.",
        Field: "candidates"
    );

    /// <summary>The same whether nobody was asked, no answer has come or it is HOLD: who decides need not be who may read the answers.</summary>
    public static Rejection NotCleared(ClearanceRow rule, string field) =>
        new(
            "awards.not-cleared",
            $"Chưa có trả lời CLEAR cho đối tượng này: không xét khen thưởng khi còn vướng mắc ({rule.Source}); xem /api/v1/awards/clearances.",
            $"There is no answer CLEAR for this candidate: nobody is rewarded while something stands against it ({rule.Source}); see /api/v1/awards/clearances.",
            Field: field
        );

    public static Rejection NotHistorical(int days) =>
        new(
            "awards.not-historical",
            $"Quyết định trong {days} ngày gần đây không phải là dữ liệu quá khứ.",
            $"A decision of the last {days} days is no history.",
            StatusCodes.Status400BadRequest,
            "historical"
        );

    public static Rejection NotOne(string field) =>
        new(
            "awards.one-candidate",
            "Ghi personId hoặc unitId, đúng một trong hai.",
            "Name a personId or a unitId, one of the two.",
            StatusCodes.Status400BadRequest,
            field
        );

    public static Rejection UnknownPerson(string field) =>
        new(
            "awards.unknown-person",
            "Danh bạ không có người này trong phạm vi của người gọi.",
            "The directory knows no such person within the caller's reach.",
            StatusCodes.Status400BadRequest,
            field
        );

    public static Rejection OnlyIndividuals(string field) =>
        new(
            "awards.person-of-another-kind",
            "Chỉ cá nhân mới ghi personId.",
            "Only an individual has a personId.",
            StatusCodes.Status400BadRequest,
            field
        );
}
