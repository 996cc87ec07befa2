using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Muster.Browser.Tests;

/// <summary>
/// Notes what no page may do: complain on the console (a breach of the content security policy is such a complaint),
/// fail in a script, or ask another host. A test names beforehand what it provokes.
/// </summary>
public sealed class Watch
{
    /// <summary>The browser's own word for a live socket that is refused, for the session has ended.</summary>
    public const string LiveEnded = "/api/v2/wfm/live' failed: HTTP Authentication failed";

    private readonly ConcurrentQueue<string> _faults = new();

    // Who is signed in is asked before anybody is, and the browser itself reports the refusal.
    private readonly List<string> _provoked = ["status of 401"];

    public void Over(IPage page, Uri node)
    {
        page.Console += (_, message) => NoteConsole(message);
        page.PageError += (_, error) => _faults.Enqueue($"script: {error}");
        page.Request += (_, request) => NoteAddress(new Uri(request.Url), node);
    }

    public void Provoke(string complaint) => _provoked.Add(complaint);

    public void AssertNothing()
    {
        var faults = _faults.Where(fault => !_provoked.Any(fault.Contains)).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private void NoteConsole(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            _faults.Enqueue($"console: {message.Text} ({message.Location})");
        }
    }

    private void NoteAddress(Uri asked, Uri node)
    {
        if (asked.Scheme is not ("data" or "blob") && asked.Authority != node.Authority)
        {
            _faults.Enqueue($"asked another host: {asked}");
        }
    }
}
