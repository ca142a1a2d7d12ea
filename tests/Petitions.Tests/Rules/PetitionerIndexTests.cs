using System.Security.Cryptography;
using System.Text;
using DanVan.Petitions.Duplicates;
using DanVan.Petitions.Identities;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Persons are compared without being known.</summary>
public sealed class PetitionerIndexTests
{
    static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    static readonly Petitioner Person = new(PetitionerType.Individual, "Nguyễn Thị Hòa Đào", "Số 1, ngõ 2", "0912 345 678", "001099012345");

    [Theory]
    [InlineData("NGUYỄN THỊ HOÀ ĐÀO", "số 1 ngõ 2", "+84 912.345.678")]
    [InlineData("Nguyen Thi Hoa Dao", "So 1 Ngo 2", "0912345678")]
    [InlineData(" Nguyễn  Thị Hòa Đào", "Số 1, Ngõ 2.", "+84912345678")]
    public void However_a_person_writes_it_is_the_same(string name, string address, string phone) =>
        Assert.Equal(Keys(Person), Keys(Person with { FullName = name, Address = address, Phone = phone }));

    [Fact]
    public void Another_name_shares_nothing_even_at_the_same_address() =>
        Assert.Empty(Keys(Person).Intersect(Keys(Person with { FullName = "Nguyễn Thị Hoa Đăng" })));

    [Fact]
    public void A_name_alone_is_not_indexed() =>
        Assert.Empty(Keys(Person).Intersect(Keys(Person with { Address = "Số 3", Phone = null, IdentityNumber = null })));

    [Fact]
    public void Each_thing_that_is_the_same_shows_by_itself() =>
        Assert.Equal(
            [SamePerson.IdentityNumber, SamePerson.Phone, SamePerson.Address],
            Index().Of(Guid.CreateVersion7(), Person).Select(key => key.Same)
        );

    [Fact]
    public void Under_another_key_nothing_is_the_same_and_the_oldest_key_of_the_vault_gives_one_that_lasts()
    {
        var other = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

        Assert.Empty(Keys(Person).Intersect(Keys(Person, other)));
        Assert.Empty(Keys(Person).Intersect(Keys(Person, Key, indexKey: other)));
        Assert.Equal(Keys(Person), Keys(Person, other, oldKey: Key));
    }

    [Fact]
    public void The_index_does_not_hold_the_name() =>
        Assert.All(
            Index().Of(Guid.CreateVersion7(), Person),
            key =>
            {
                Assert.Equal(32, key.Key.Length);
                Assert.NotEqual(SHA256.HashData(Encoding.UTF8.GetBytes(Person.FullName)), key.Key);
            }
        );

    [Theory]
    [InlineData(true, 1, true, 1)]
    [InlineData(true, 0, false, 0.5)]
    [InlineData(false, 0.5, false, 0.2)]
    [InlineData(false, 0.5, true, 0.3)]
    public void The_person_weighs_half_the_content_four_tenths_the_place_a_tenth(
        bool person,
        double similarity,
        bool place,
        double score
    ) => Assert.Equal(score, Likenesses.Weigh(person ? [SamePerson.Phone] : [], similarity, place).Score);

    [Theory]
    [InlineData(0.3, "Content")]
    [InlineData(0.29, "")]
    public void Contents_are_similar_from_three_tenths(double similarity, string reason) =>
        Assert.Equal(reason, string.Join(' ', Likenesses.Weigh([], similarity, samePlace: false).Reasons.Select(r => r.Code)));

    static HashSet<string> Keys(Petitioner person, string? key = null, string? oldKey = null, string? indexKey = null) =>
        [.. Index(key, oldKey, indexKey).Of(Guid.CreateVersion7(), person).Select(k => Convert.ToHexString(k.Key))];

    static PetitionerIndex Index(string? key = null, string? oldKey = null, string? indexKey = null)
    {
        var options = new VaultOptions { Key = key ?? Key, IndexKey = indexKey };
        if (oldKey is not null)
            options.OldKeys.Add(oldKey);
        return new(Options.Create(options));
    }
}
