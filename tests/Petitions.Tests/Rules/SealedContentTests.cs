using System.Security.Cryptography;
using DanVan.Petitions.Attachments;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Files are sealed in pieces: none can be changed, cut off, moved or read with another key.</summary>
public sealed class SealedContentTests
{
    const int Piece = 64 * 1024;
    static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData(3 * Piece)]
    [InlineData(3 * Piece + 5)]
    public void What_was_sealed_opens_again(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);

        var (box, whole) = Seal(content);

        Assert.Equal(content, Open(box, length));
        Assert.Equal((length, box.Length), ((int)whole.Length, (int)whole.Ciphertext.Length));
        Assert.Equal(SHA256.HashData(content), whole.Sha256);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(box)), whole.Ciphertext.Sha256);
    }

    [Fact]
    public void Any_part_can_be_read()
    {
        var content = RandomNumberGenerator.GetBytes(3 * Piece);
        using var opened = new OpeningStream(new MemoryStream(Seal(content).Box), Key, "here", content.Length);

        opened.Position = 2 * Piece - 3;
        var part = new byte[10];
        opened.ReadExactly(part);

        Assert.Equal(content[(2 * Piece - 3)..(2 * Piece + 7)], part);
    }

    [Fact]
    public void Nothing_opens_that_was_changed_cut_moved_or_sealed_otherwise()
    {
        var content = RandomNumberGenerator.GetBytes(3 * Piece);
        var box = Seal(content).Box;
        byte[] first = box[..(Piece + 16)],
            second = box[(Piece + 16)..(2 * Piece + 32)],
            third = box[(2 * Piece + 32)..];
        byte[] changed = [.. box];
        changed[Piece + 100] ^= 1;

        Refused(changed, content.Length);
        Refused([.. second, .. first, .. third], content.Length);
        Refused([.. first, .. second], 2 * Piece);
        Refused([.. first, .. first, .. third], content.Length);
        Refused(box, content.Length, place: "there");
        Refused(box, content.Length, key: RandomNumberGenerator.GetBytes(32));
        Assert.ThrowsAny<Exception>(() => Open([.. first, .. second], content.Length));
    }

    static void Refused(byte[] box, int length, string place = "here", byte[]? key = null) =>
        Assert.ThrowsAny<CryptographicException>(() => Open(box, length, place, key));

    static (byte[] Box, SealedContent Whole) Seal(byte[] content)
    {
        using var box = new MemoryStream();
        using var stream = new SealingStream(box, Key, "here");
        foreach (var part in content.Chunk(7919))
            stream.Write(part);
        var whole = stream.Complete();
        return (box.ToArray(), whole);
    }

    static byte[] Open(byte[] box, int length, string place = "here", byte[]? key = null)
    {
        using var opened = new OpeningStream(new MemoryStream(box), key ?? Key, place, length);
        using var content = new MemoryStream();
        opened.CopyTo(content);
        return content.ToArray();
    }
}
