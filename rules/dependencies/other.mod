module example.org/app
// ruleid: go-module-replaced
replace example.org/tool => ../tool
replace (
	// ruleid: go-module-replaced
	example.org/other v1.2.0 => example.net/fork v1.2.1
)
require (
	// ok: go-module-replaced
	example.org/tool v1.0.0
	// ok: go-module-replaced
	example.org/other v1.2.0 // indirect
)
