using DanVan.Chassis.Http;

namespace DanVan.Petitions;

/// <summary>What named signatories are refused for.</summary>
static partial class Refused
{
    public static readonly Rejection MoreNamedThanSigned = new(
        "petitions.more-named-than-signed",
        "Không ghi tên nhiều hơn số người đã ký đơn (và nhiều nhất 5.000 người).",
        "No more are named than signed the petition (and at most 5,000).",
        Field: "signatories"
    );

    public static readonly Rejection RepresentativesNotNamed = new(
        "petitions.representatives-not-named",
        "Người đại diện phải là người đã ký đơn: đã có danh sách người ký thì chọn đúng số người đại diện trong đó (Luật Tiếp công dân Đ29).",
        "Representatives are among those who signed: where these are named, name as many of them as represent (Luật Tiếp công dân Đ29).",
        Field: "representativeIds"
    );

    public static readonly Rejection WithdrawnNotNamed = new(
        "petitions.withdrawn-not-named",
        "Số người được nêu không khớp với số người rút, hoặc còn nhiều người có tên hơn số người còn lại.",
        "Those named do not agree with how many withdraw, or more would stay named than are left.",
        Field: "signatoryIds"
    );

    public static Rejection UnknownSignatory(string field) =>
        new(
            "petitions.unknown-signatory",
            "Không có người ký này trong đơn, hoặc người đó đã rút.",
            "No such signatory is named for the petition, or they have withdrawn.",
            400,
            field
        );
}
