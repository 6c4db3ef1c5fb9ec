<!-- ruleid: template-scriptlet-output -->
<p><%= name %></p>
<!-- ok: template-scriptlet-output -->
<p><c:out value="${name}"/></p>
<!-- ruleid: template-scriptlet-output -->
<b>${param.name}</b>
<!-- ok: template-scriptlet-output -->
<b>${fn:escapeXml(param.name)}</b>
