using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Muster.Domain.Sources;
using Muster.Server.Demand;

namespace Muster.Server.Tests.Demand;

/// <summary>Files that nobody would write.</summary>
public sealed class HistoryFuzzTests
{
    [Fact]
    public void No_text_makes_it_fail()
    {
        var pieces = Gen.Elements(
            "2026-03-02 07:00", "03/04/26", "7:00 PM", "calls", "queue", "aht", ",", ",", ";", "\t", "\n", "\n", "\"",
            "-", ":", "5", "1,5", "1.234", "NaN", "1e999", "T", "Z", "+01:00", "date", "time", " ", "é", "\0",
            "99999999", "0:0:0");
        var texts = pieces.ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text => TryAsync(text).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static async Task<bool> TryAsync(string text)
    {
        var opened = await HistoryFile.OpenAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(text)), new HistoryFileOptions(), CancellationToken.None);
        if (opened.Refused is not null)
        {
            return true;
        }

        using var file = opened.Value;
        try
        {
            return (await file.ReadAsync(CancellationToken.None).ToListAsync())
                .All(row => row.Offered >= 0 && (row.HandleSeconds ?? 0) >= 0 && row.Queue.Length > 0);
        }
        catch (SourceBrokenException broken)
        {
            return broken.Message.Contains("\nMaybe", StringComparison.Ordinal);
        }
    }
}
