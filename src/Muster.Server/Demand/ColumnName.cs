using System.Text;

namespace Muster.Server.Demand;

/// <summary>A column's name in words: "AvgHandleTime (s)" is avg handle time s.</summary>
internal sealed class ColumnName
{
    // The better ones first: where a file has two of them, the first counts.
    private static readonly string[] Volumes =
    [
        "offered", "callsoffered", "offeredcalls", "contactsoffered", "totaloffered", "numoffered", "volume",
        "callvolume", "contactvolume", "offeredvolume", "received", "callsreceived", "arrivals", "incoming", "inbound",
        "incomingcalls", "inboundcalls", "calls", "contacts", "totalcalls", "totalcontacts", "ncalls", "numcalls",
        "callcount", "count",
        "interactions", "conversations", "cases", "tickets", "chats", "emails", "messages", "total", "value", "n",
    ];

    private static readonly string[] Answered =
    [
        "handled", "answered", "callshandled", "handledcalls", "contactshandled", "callsanswered", "answeredcalls",
        "acdcalls", "accepted", "served", "totalhandled", "totalanswered",
    ];

    private static readonly string[] Queues =
    [
        "queue", "queuename", "skill", "skillname", "skillgroup", "split", "splitskill", "vdn", "vdnname", "service",
        "servicename", "line", "lineofbusiness", "lob", "group", "calltype", "contacttype", "department", "channel",
        "campaign", "type", "product", "name", "queueid", "skillid",
    ];

    private static readonly string[] HandleWords = ["aht", "acht", "handle", "handling", "handletime", "handlingtime"];

    private static readonly string[] PartWords =
    [
        "talk", "talktime", "hold", "holdtime", "acw", "acwtime", "wrap", "wrapup", "wrapuptime", "aftercall",
        "aftercallwork",
    ];

    private static readonly string[] NoHandleTime =
        ["calls", "count", "contacts", "pct", "percent", "max", "longest", "shortest", "number", "n", "level"];

    private static readonly string[] NoVolume =
    [
        "abandoned", "abandon", "answered", "handled", "outbound", "transferred", "transfer", "lost", "missed", "pct",
        "percent", "rate", "level", "time", "speed", "avg", "average", "short", "within", "sl", "asa", "occupancy",
    ];

    private readonly string[] _words;

    private readonly string _key;

    public ColumnName(string name)
    {
        _words = Split(name);
        _key = string.Concat(_words);
    }

    /// <summary>How well it names the volume, 0 best; null when not at all.</summary>
    public int? VolumeRank => Rank(Volumes)
        ?? (!Has(NoVolume) && Has("offered", "received", "calls", "contacts", "volume") ? Volumes.Length : null);

    public int? HandledRank => Rank(Answered);

    public int? QueueRank => Rank(Queues);

    /// <summary>A whole handle time, or a part of it such as talk time.</summary>
    public bool IsHandleTime => (Has(HandleWords) || IsPartOfHandleTime) && !Has(NoHandleTime) && _words[0] != "min";

    public bool IsPartOfHandleTime => Has(PartWords) || (Has("after") && Has("work"));

    /// <summary>True for a mean, false for a sum, null when the name does not tell.</summary>
    public bool? IsMean => Has("sum", "total", "tot") ? false
        : Has("avg", "average", "mean", "aht", "acht") ? true : null;

    /// <summary>Seconds in its unit.</summary>
    public double Unit => _words.LastOrDefault() switch
    {
        "min" or "mins" or "minutes" => 60,
        "ms" or "milliseconds" or "msec" => 0.001,
        "h" or "hours" => 3600,
        _ => 1,
    };

    public bool IsHour => Has("hour", "hr", "hh", "h");

    /// <summary>It may name a time of day that is written in digits only.</summary>
    public bool IsTime => IsHour
        || Has("time", "start", "starttime", "begin", "from", "interval", "halfhour", "quarter");

    public bool IsStart => Has("start", "starttime", "begin", "from");

    public bool IsEnd => Has("end", "endtime", "until", "stop", "finish", "exported", "created", "updated");

    private int? Rank(string[] names) => Array.IndexOf(names, _key) is >= 0 and var rank ? rank : null;

    private bool Has(params string[] words) => _words.Any(words.Contains);

    private static string[] Split(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        var before = ' ';
        foreach (var letter in name)
        {
            text.Append(char.IsUpper(letter) && char.IsLower(before) ? " " : "");
            text.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            before = letter;
        }

        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? words : [""];
    }
}
