using System.Security.Cryptography;
using System.Text;
using DanVan.Petitions.Identities;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Tests.Rules;

public sealed class VaultTests
{
    static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    static readonly Petitioner Person = new(
        PetitionerType.Individual,
        "Nguyễn Thị Thử",
        "Số 1 ngõ 2, phường Ba Đình",
        "0912 345 678",
        "001099012345"
    );

    [Fact]
    public void What_was_sealed_opens_again() => Assert.Equal(Person, Vault(Key).Open(Vault(Key).Seal(Guid.CreateVersion7(), Person)));

    [Fact]
    public void Sealing_twice_gives_other_ciphertexts_under_other_data_keys()
    {
        var (a, b) = (Vault(Key).Seal(Guid.CreateVersion7(), Person), Vault(Key).Seal(Guid.CreateVersion7(), Person));

        Assert.NotEqual(a.FullName, b.FullName);
        Assert.NotEqual(a.WrappedKey, b.WrappedKey);
    }

    [Fact]
    public void No_two_values_of_a_row_share_a_nonce()
    {
        var row = Vault(Key).Seal(Guid.CreateVersion7(), Person);

        byte[][] columns = [row.FullName, row.Address, row.Phone!, row.IdentityNumber!];
        Assert.Distinct(columns.Select(column => Convert.ToHexString(column[..12])));
    }

    [Fact]
    public void Every_row_has_a_data_key_of_its_own()
    {
        var rows = Enumerable.Range(0, 2).Select(_ => Vault(Key).Seal(Guid.CreateVersion7(), Person));

        Assert.Distinct(rows.Select(row => Convert.ToHexString(DataKey(row))));

        static byte[] DataKey(SealedIdentity row)
        {
            var (box, key) = (row.WrappedKey, new byte[32]);
            using var aes = new AesGcm(Convert.FromBase64String(Key), 16);
            aes.Decrypt(box[..12], box[12..^16], box[^16..], key, Encoding.UTF8.GetBytes($"sealed_identities|{row.Id}|wrapped_key"));
            return key;
        }
    }

    [Fact]
    public void No_plain_text_is_left_in_the_row()
    {
        var sealed_ = Vault(Key).Seal(Guid.CreateVersion7(), Person);

        byte[][] columns = [sealed_.FullName, sealed_.Address, sealed_.Phone!, sealed_.IdentityNumber!, sealed_.WrappedKey];
        foreach (var text in new[] { Person.FullName, Person.Address, Person.Phone!, Person.IdentityNumber! })
            Assert.DoesNotContain(columns, column => column.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);
    }

    [Fact]
    public void A_value_moved_to_another_column_or_row_does_not_open()
    {
        var mine = Vault(Key).Seal(Guid.CreateVersion7(), Person);
        var other = Vault(Key).Seal(Guid.CreateVersion7(), Person);

        Assert.ThrowsAny<CryptographicException>(() => Vault(Key).Open(Copy(mine, mine.Id, fullName: mine.Address)));
        Assert.ThrowsAny<CryptographicException>(() => Vault(Key).Open(Copy(mine, other.Id, mine.FullName)));
    }

    [Fact]
    public void A_changed_byte_does_not_open()
    {
        var row = Vault(Key).Seal(Guid.CreateVersion7(), Person);
        row.FullName[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => Vault(Key).Open(row));
    }

    [Fact]
    public void An_old_key_opens_what_was_sealed_under_it()
    {
        var row = Vault(Key).Seal(Guid.CreateVersion7(), Person);
        var next = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

        Assert.Equal(Person, Vault(next, Key).Open(row));
        Assert.Throws<KeyNotFoundException>(() => Vault(next).Open(row));
    }

    [Theory]
    [InlineData("Ông Nguyễn Thị Thử phản ánh", true)]
    [InlineData("NGUYỄN THỊ THỬ", true)]
    [InlineData("Gọi 0912.345.678", true)]
    [InlineData("CCCD 001 099 012 345", true)]
    [InlineData("ở số 1 ngõ 2, phường Ba Đình", true)]
    [InlineData("Đường liên xã hư hỏng, 12 hộ dân phản ánh", false)]
    [InlineData("Nguyễn Thị Thửa là tên một người khác", false)]
    [InlineData("BàNguyễn Thị Thử viết liền là một từ khác", false)]
    public void A_text_that_repeats_the_identity_is_noticed(string text, bool named) => Assert.Equal(named, Person.IsNamedIn(text));

    [Fact]
    public void A_place_without_a_number_and_a_name_of_one_word_may_be_written() =>
        Assert.False((Person with { FullName = "Y", Address = "xã Tân Phú" }).IsNamedIn("Trạm Y tế xã Tân Phú xuống cấp"));

    [Fact]
    public void A_petitioner_does_not_print() => Assert.DoesNotContain("Thử", $"{Person}", StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64")]
    public void A_key_that_is_not_32_bytes_is_not_usable_be_it_of_today_or_of_the_past(string key)
    {
        Assert.False(new VaultOptions { Key = key }.AreUsable);
        Assert.True(new VaultOptions { Key = Key, OldKeys = { Key } }.AreUsable);
        Assert.False(new VaultOptions { Key = Key, OldKeys = { key } }.AreUsable);
    }

    static IdentityVault Vault(string key, params string[] old)
    {
        var options = new VaultOptions { Key = key };
        foreach (var one in old)
            options.OldKeys.Add(one);
        return new(Options.Create(options));
    }

    static SealedIdentity Copy(SealedIdentity row, Guid id, byte[] fullName) =>
        new()
        {
            Id = id,
            PetitionId = row.PetitionId,
            KeyId = row.KeyId,
            WrappedKey = row.WrappedKey,
            Type = row.Type,
            FullName = fullName,
            Address = row.Address,
            Phone = row.Phone,
            IdentityNumber = row.IdentityNumber,
        };
}
