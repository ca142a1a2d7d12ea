using DanVan.Chassis.Http;

namespace DanVan.Petitions.Identities;

static class RefusedIdentity
{
    public static readonly Rejection NotGranted = new(
        "petitions.identity-not-granted",
        "Danh tính của loại đơn này chỉ được mở khi người quyết định cho phép, đúng mục đích và trong thời hạn (Luật Tố cáo Đ47.2, Đ56).",
        "The identity behind this kind is opened only by leave of who decides on it, for that purpose and for a time (Luật Tố cáo Đ47.2, Đ56).",
        403
    );

    public static readonly Rejection GrantToOneself = new(
        "petitions.grant-to-oneself",
        "Người cho phép và người được mở danh tính phải là hai người.",
        "Who lets an identity be opened and who opens it are two people.",
        Field: "reader"
    );

    public static readonly Rejection StillNeeded = new(
        "petitions.identity-needed",
        "Đơn còn đang được giải quyết hoặc còn thời hạn đang tính, nên còn cần danh tính để báo cho người gửi (NĐ 13/2023 Đ16.2b).",
        "The petition is still open or something still falls due, so its writer must still be reached (NĐ 13/2023 Đ16.2b)."
    );

    public static readonly Rejection Erased = new(
        "petitions.identity-erased",
        "Danh tính đã được xóa vĩnh viễn.",
        "The identity was erased for good.",
        410
    );

    public static Rejection GrantTooLong(int hours) =>
        new(
            "petitions.grant-too-long",
            $"Được cho phép lâu nhất {hours} giờ.",
            $"Leave can be given for at most {hours} hours.",
            400,
            "hours"
        );
}
