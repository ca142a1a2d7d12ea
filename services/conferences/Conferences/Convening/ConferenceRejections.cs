namespace DanVan.Conferences.Convening;

/// <summary>What the rules of a conference refuse.</summary>
static class ConferenceRejections
{
    public static readonly Rejection AlreadyExists = new(
        "conferences.already-exists",
        "Đã có một bản ghi với id này.",
        "There is a record with this id.",
        Field: "id"
    );

    public static readonly Rejection OneThemeAYear = new(
        "conferences.theme-already-exists",
        "Đơn vị đã có chủ đề của năm này cho phạm vi đó.",
        "The unit has a theme of this year for that reach already.",
        Field: "year"
    );

    public static readonly Rejection OneDocument = new(
        "conferences.document-already-exists",
        "Đã có văn bản cùng số, ký hiệu, ngày và cơ quan ban hành.",
        "There is a document of this number, symbol, date and issuer already.",
        Field: "number"
    );

    public static readonly Rejection ReasonNeeded = new(
        "conferences.reason-needed",
        "Hoãn hoặc hủy hội nghị phải nêu lý do.",
        "Postponing or cancelling a conference takes a reason.",
        400,
        "reason"
    );

    public static readonly Rejection DateOnlyWhenPostponed = new(
        "conferences.date-not-expected",
        "Ngày mới chỉ nêu khi hoãn hội nghị hoặc khi lập lại kế hoạch.",
        "A new date goes only with postponing or planning again.",
        400,
        "newDate"
    );

    public static readonly Rejection NotYet = new(
        "conferences.not-yet",
        "Hội nghị chưa có ngày, hoặc chưa đến ngày họp.",
        "The conference has no date yet, or its day has not come."
    );

    public static readonly Rejection NoticeDate = new(
        "conferences.notice-date",
        "Ngày của thông báo kết luận không được trước ngày họp và không được ở tương lai.",
        "The notice of conclusions is dated neither before the conference nor in the future.",
        400,
        "issuedOn"
    );

    public static readonly Rejection NotToCome = new(
        "conferences.not-to-come",
        "Hội nghị đã họp, đang họp hoặc đã hủy thì giữ nguyên các đơn vị của ngày đó.",
        "A conference that has begun, was held or was cancelled keeps the units of its day."
    );

    public static Rejection OpenTasks(int count) =>
        new(
            "conferences.open-tasks",
            $"Còn {count} nhiệm vụ chưa kết thúc; hội nghị chưa thể lưu trữ.",
            $"{count} tasks are still open: the conference cannot be archived."
        );

    public static Rejection NotNext(ConferenceState state)
    {
        var next = string.Join(", ", LifeCycle.After(state).Select(EnumNames.Of));
        return new(
            "conferences.state",
            $"Hội nghị đang ở trạng thái {EnumNames.Of(state)}; sau đó chỉ có thể là: {(next.Length > 0 ? next : "không trạng thái nào")}.",
            $"The conference is {EnumNames.Of(state)}; what may follow: {(next.Length > 0 ? next : "nothing")}."
        );
    }
}
