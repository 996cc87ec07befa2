namespace Muster.Server.Tests.Pages;

/// <summary>Commands of a page that are typed one after the other.</summary>
/// <param name="IsOtherTerminal">Whether they go on while the others are typed.</param>
internal sealed record PageBlock(string Commands, bool IsOtherTerminal)
{
    private const string Fence = "```";
    private const string Shell = Fence + "sh";

    public static IReadOnlyList<PageBlock> AllOf(string page)
    {
        var blocks = new List<PageBlock>();
        var lines = page.Split('\n');
        for (var place = 0; place < lines.Length; place++)
        {
            if (lines[place].StartsWith(Shell, StringComparison.Ordinal))
            {
                var commands = lines.Skip(place + 1).TakeWhile(line => line != Fence).ToList();
                blocks.Add(new PageBlock(
                    string.Join('\n', commands), lines[place].EndsWith("other-terminal", StringComparison.Ordinal)));
                place += commands.Count + 1;
            }
        }

        return blocks;
    }
}
