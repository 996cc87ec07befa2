using System.Text;
using Muster.Server.Demand;

namespace Muster.Server.Tests.Demand;

/// <summary>Reads history files that are written in the test.</summary>
internal static class HistoryText
{
    public static async Task<HistoryRead> ReadAsync(string text, HistoryFileOptions? options = null) =>
        await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);

    public static async Task<HistoryRead> ReadAsync(Stream stream, HistoryFileOptions? options = null)
    {
        var opened = await HistoryFile.OpenAsync(
            stream, options ?? new HistoryFileOptions { Name = "calls.csv" }, CancellationToken.None);
        Assert.True(opened.Refused is null, opened.Refused?.ToString());
        using var file = opened.Value;
        var rows = await file.ReadAsync(CancellationToken.None).ToListAsync();
        Assert.Equal(file.RowCount, rows.Count);
        Assert.All(rows, row => Assert.True(row.Offered >= 0 && double.IsFinite(row.HandleSeconds ?? 0)));
        return new HistoryRead(file, rows);
    }

    public static async Task<string> RefusedAsync(string text, HistoryFileOptions? options = null) =>
        await RefusedAsync(Encoding.UTF8.GetBytes(text), options);

    public static async Task<string> RefusedAsync(byte[] bytes, HistoryFileOptions? options = null)
    {
        var opened = await HistoryFile.OpenAsync(
            new MemoryStream(bytes), options ?? new HistoryFileOptions { Name = "calls.csv" }, CancellationToken.None);
        var invalid = Assert.IsType<Muster.Domain.Outcomes.Refusal.Invalid>(opened.Refused);
        var error = Assert.Single(invalid.Errors);
        Assert.Contains("\nMaybe", error.Message, StringComparison.Ordinal);
        return $"{error.Field} {error.Message}";
    }
}
